// The servers that all tools run on: generated ones, and two real ones whose sources are published on npm.
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { generateServer } from './generate.js';
import { CACHE, npm } from './peers.js';

export const SEED = 1;

/** Packages published with their sources. Their dependencies are not installed, so imports from those have no types. */
const REAL = {
  budibase: { package: '@budibase/server@3.38.1', source: 'src', js: false },
  ghost: { package: 'ghost@5.130.6', source: 'core/server', js: true },
};

/**
 * Creates a server in a new folder outside this repository, because the files around it (a configuration, a .gitignore)
 * would change what tools do.
 *
 * @param name - a number of files, or a name in REAL
 * @returns `folder`, and `source`, the folder below it to lint
 */
export function makeServer(name, parent) {
  const folder = join(parent, String(name));
  mkdirSync(folder, { recursive: true });
  const server = name in REAL ? real(REAL[name], folder) : generated(Number(name), folder);
  symlinkSync(`${CACHE}node_modules`, join(folder, 'node_modules'));
  writeFileSync(join(folder, '.gitignore'), 'node_modules\n');
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  git(folder, '-c', 'user.name=bench', '-c', 'user.email=bench@localhost', 'commit', '--quiet', '--message', 'server');
  return { name: String(name), folder, ...server };
}

/** Reverts what a migration wrote. */
export function resetServer({ folder }) {
  git(folder, 'checkout', '--quiet', '.');
  git(folder, 'clean', '--quiet', '-d', '--force');
}

/** The code files of a server, relative to its folder, sorted. */
export function codeOf({ folder, source }) {
  const listed = execFileSync('git', ['ls-files', '--', source], { cwd: folder, encoding: 'utf8' }).split('\n');
  return listed.filter((path) => /(?<!\.d)\.[jt]s$/.test(path)).sort();
}

/** Appends a remark to some files, spread over the whole list. */
export function editFiles(server, count) {
  const files = codeOf(server);
  for (let index = 0; index < count; index += 1)
    appendFileSync(
      join(server.folder, files[Math.floor((index * files.length) / count)]),
      `// ${process.hrtime.bigint()}\n`,
    );
}

/** Creates a folder for all servers of a run. */
export function serversFolder() {
  return realpathSync(mkdtempSync(join(tmpdir(), 'fire-task-bench-')));
}

/** Whether a name is that of a real server. */
export function isReal(name) {
  return name in REAL;
}

export const REAL_NAMES = Object.keys(REAL);
export const PUBLISHED = Object.values(REAL).map((server) => server.package);

function generated(files, folder) {
  const { files: texts, planted } = generateServer({ files, seed: SEED });
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return { title: `${files.toLocaleString('en')} generated files`, files, source: 'src', planted: planted.length };
}

function real({ package: name, source, js }, folder) {
  const unpacked = join(CACHE, 'servers', name.replace(/[@/]/g, '_'));
  if (!existsSync(unpacked)) {
    mkdirSync(unpacked, { recursive: true });
    const [tarball] = npm(['pack', '--silent', name], unpacked).trim().split('\n').slice(-1);
    execFileSync('tar', ['xzf', tarball], { cwd: unpacked });
  }
  for (const part of ['package.json', source])
    cpSync(join(unpacked, 'package', part), join(folder, part), { recursive: true });
  const compilerOptions = {
    target: 'ES2022',
    module: js ? 'nodenext' : 'esnext',
    moduleResolution: js ? 'nodenext' : 'bundler',
    strict: !js,
    skipLibCheck: true,
    noEmit: true,
    esModuleInterop: true,
    resolveJsonModule: true,
    experimentalDecorators: true,
    types: ['node'],
    ...(js && { allowJs: true }),
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: [source] }, null, 2));
  const files = execFileSync('find', [source, '-name', '*.ts', '-o', '-name', '*.js'], {
    cwd: folder,
    encoding: 'utf8',
  })
    .trim()
    .split('\n').length;
  return { title: `${name.slice(0, name.lastIndexOf('@'))}, ${files.toLocaleString('en')} files`, files, source };
}

function git(cwd, ...args) {
  execFileSync('git', args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
}
