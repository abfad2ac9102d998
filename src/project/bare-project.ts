import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isFile } from './manifest.ts';

/** Files that mark the folder of a project without a package.json: it is elsewhere, or created by the installation. */
const MARKS = [
  '.git',
  'eslint.config.js',
  'eslint.config.mjs',
  'eslint.config.cjs',
  'eslint.config.ts',
  'tsconfig.json',
  'jsconfig.json',
  'docker-compose.yml',
  'Dockerfile',
];
/** The maximum number of files whose imports are read. */
const MOST_FILES = 2000;
const IMPORTS = /\b(?:require\(|from|import\(|import) ?['"]((?:@[\w.-]+\/)?[\w.-]+)/g;

/** Whether a folder looks like a project's, although no manifest in it lists dependencies. */
export function isBareProject(folder: string): boolean {
  return !isPersonal(folder) && MARKS.some((name) => existsIn(folder, name));
}

function existsIn(folder: string, name: string): boolean {
  return name === '.git' ? isFile(join(folder, name, 'HEAD')) : isFile(join(folder, name));
}

/** The names of the packages that code in a folder imports. */
export function importedIn(root: string): ReadonlySet<string> {
  const { globSync } = createRequire(import.meta.url)('tinyglobby') as typeof import('tinyglobby');
  const files = globSync('**/*.{js,mjs,cjs,ts,mts,cts}', {
    cwd: root,
    ignore: ['**/node_modules/**', '**/.git/**', '**/dist/**', '**/build/**', '**/public/**', '**/*.min.js'],
    followSymbolicLinks: false,
    deep: 6,
  });
  const names = new Set<string>();
  for (const file of files.sort().slice(0, MOST_FILES))
    for (const [, name = ''] of textOf(join(root, file)).matchAll(IMPORTS)) names.add(name);
  return names;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Whether a folder holds more than one project: a home folder, the temporary folder, or the disk's root. */
export function isPersonal(folder: string): boolean {
  // A browser has no environment.
  const { HOME, USERPROFILE, TMPDIR, TEMP } = (globalThis as { process?: NodeJS.Process }).process?.env ?? {};
  return folder === dirname(folder) || [HOME, USERPROFILE, TMPDIR, TEMP, '/tmp'].includes(folder);
}
