// What the demo does to a project's files: build, lint, copy, migrate, wire the drain.
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { ESLint } from 'eslint';

const require = createRequire(import.meta.url);
const COMMAND = fileURLToPath(new URL('../../dist/src/cli/main.js', import.meta.url));

/** Compiles the project with its own tsconfig, which type-checks it. */
export function build(project) {
  run(process.execPath, [join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc')], project);
}

/** What the project's own ESLint config reports. */
export async function findingsOf(project) {
  const results = await new ESLint({ cwd: project }).lintFiles(['src']);
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, messageId, message }) => ({ place: `${relative(project, filePath)}:${line}`, form: messageId ?? 'error', message })),
  );
}

/** Copies the project, and commits the copy as its owner would have: the codemod refuses a tree with other changes in it. */
export function copyOf(project, copy) {
  rmSync(copy, { recursive: true, force: true });
  cpSync(project, copy, { recursive: true, filter: (path) => !['dist', 'node_modules'].includes(basename(path)) });
  writeFileSync(join(copy, '.gitignore'), 'dist\n');
  for (const args of [['init', '--quiet'], ['add', '.'], ['-c', 'user.name=demo', '-c', 'user.email=demo@localhost', 'commit', '--quiet', '-m', 'as it was']]) {
    run('git', args, copy);
  }
}

/** Runs the codemod; gives back what it says. */
export function migrate(project) {
  return run(process.execPath, [COMMAND, 'migrate', 'src'], project).trim();
}

/** Puts `drainOnShutdown` in the place of the usual shutdown idiom; gives back the diff. */
export function wireDrain(project) {
  const path = join(project, 'src', 'server.ts');
  const before = readFileSync(path, 'utf8');
  const idiom = /process\.once\('SIGTERM'[\s\S]*?\n\}\);\n/;
  if (!idiom.test(before)) throw new Error(`no SIGTERM handler was found in ${path}: the demo no longer fits the example.`);
  const after = before.replace(idiom, 'drainOnShutdown(server);\n').replace(/(import .*\n)(?!import)/, "$1import { drainOnShutdown } from './lib/fire-task.js';\n");
  writeFileSync(path, after);
  return createTwoFilesPatch('a/src/server.ts', 'b/src/server.ts', before, after, undefined, undefined, { headerOptions: FILE_HEADERS_ONLY }).trim();
}

function run(command, args, cwd) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' } });
  if (error !== undefined) throw new Error(`${command} could not be started: ${error.message}`);
  if (status !== 0) throw new Error(`${command} ${args.map((part) => basename(part)).join(' ')} failed in ${cwd} with exit code ${status}: ${(stderr || stdout).trim()}`);
  return stdout;
}
