// What the demo does to a project's files: build, lint, copy, migrate.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const require = createRequire(import.meta.url);
const COMMAND = fileURLToPath(new URL('../dist/command/main.js', import.meta.url));

/** `npm ci` builds; a checkout installed with --ignore-scripts was not built. */
export function requireBuild() {
  if (!existsSync(COMMAND)) throw new Error('the plugin is not built: run `npm run build` first.');
}

/** Compiles the project with its own tsconfig, which type-checks it. */
export function build(project) {
  run(
    process.execPath,
    [join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc'), '--sourceMap'],
    project,
  );
}

/** What the project's own ESLint config reports. */
export async function findingsOf(project) {
  const results = await new ESLint({ cwd: project }).lintFiles(['src']);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, messageId, message }) => ({
      place: `${relative(project, filePath)}:${line}`,
      form: messageId ?? 'error',
      message,
    })),
  );
}

/**
 * Copies the project, and commits the copy as its owner would have: the codemod refuses to write files that git does
 * not hold.
 */
export function copyOf(project, copy) {
  rmSync(copy, { recursive: true, force: true });
  cpSync(project, copy, { recursive: true, filter: (path) => !['dist', 'node_modules'].includes(basename(path)) });
  writeFileSync(join(copy, '.gitignore'), 'dist\n');
  // Without git the codemod has nothing to ask, and looks for the files itself.
  if (spawnSync('git', ['--version']).error !== undefined) return;
  run('git', ['init', '--quiet', '--template='], copy);
  run('git', ['add', '.'], copy);
  const author = ['-c', 'user.name=demo', '-c', 'user.email=demo@localhost'];
  run(
    'git',
    [...author, '-c', 'core.hooksPath=/dev/null', 'commit', '--quiet', '--no-gpg-sign', '-m', 'as it was'],
    copy,
  );
}

/** Runs the codemod; gives back what it says. */
export function migrate(project) {
  return run(process.execPath, [COMMAND, 'migrate', 'src'], project).trim();
}

function run(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', env: environment() });
  if (error !== undefined) throw new Error(`${command} could not be started: ${error.message}`);
  if (status !== 0) {
    const lines = `${stderr}\n${stdout}`.split('\n').filter((line) => line.trim() !== '');
    const said = lines.find((line) => /error/i.test(line)) ?? lines[0] ?? 'it printed nothing';
    throw new Error(
      `\`${[command, ...args].map((part) => basename(part)).join(' ')}\` in ${cwd} ended with exit code ${status}: ${said.trim()}`,
    );
  }
  return stdout;
}

/**
 * Plain text, and no word of the repository around us: in a git hook, GIT_DIR would turn `git add` on the copy into one
 * on that repository.
 */
function environment() {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return { ...Object.fromEntries(own), NO_COLOR: '1', FORCE_COLOR: '0' };
}
