// The demo's operations on a project's files: build, lint, copy, migrate.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const require = createRequire(import.meta.url);
const COMMAND = fileURLToPath(new URL('../dist/command/main.js', import.meta.url));

/** `npm ci` normally builds the plugin; with --ignore-scripts, it does not. */
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

/** The findings under the project's own ESLint configuration. */
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
 * Copies the project, and commits the copy as its owner would: the codemod refuses to write files with uncommitted
 * changes.
 */
export function copyOf(project, copy) {
  rmSync(copy, { recursive: true, force: true });
  cpSync(project, copy, { recursive: true, filter: (path) => !['dist', 'node_modules'].includes(basename(path)) });
  writeFileSync(join(copy, '.gitignore'), 'dist\n');
  // Without git, the codemod checks nothing and finds the files itself.
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

/** Runs the codemod, and returns its output. */
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
 * Plain text output, without git's variables: in a git hook, GIT_DIR would make `git add` in the copy act on the outer
 * repository.
 */
function environment() {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return { ...Object.fromEntries(own), NO_COLOR: '1', FORCE_COLOR: '0' };
}
