import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectAround } from '../../project/inside.ts';
import { readJson } from '../../project/manifest.ts';

/** A package manager, as named in commands and workflows. */
export interface Manager {
  readonly name: 'npm' | 'pnpm' | 'yarn' | 'bun';
  /** Installs development dependencies; their names follow. */
  readonly add: string;
  /** Installs from the lock file. */
  readonly install: string;
  /** Runs an installed command; its name follows. */
  readonly run: string;
  /** The version in the package.json's `packageManager` field. */
  readonly version: string | undefined;
}

const LOCK_FILES: readonly (readonly [file: string, name: Manager['name']])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
];

/** The package manager of a folder: the one its package.json names, or else the one whose lock file exists. */
export function managerOf(root: string): Manager {
  // Folders above the project, such as the home folder, don't count.
  const top = projectAround(root);
  for (let folder = root; ; folder = dirname(folder)) {
    const locks = LOCK_FILES.filter(([file]) => existsSync(join(folder, file))).map(([, name]) => name);
    const named = readJson(join(folder, 'package.json'))?.['packageManager'];
    const [, fixed, version] = /^(npm|pnpm|yarn|bun)@(\d[^+]*)/.exec(typeof named === 'string' ? named : '') ?? [];
    const name = (fixed as Manager['name'] | undefined) ?? locks[0];
    if (name !== undefined) {
      const isLocked = locks.includes(name);
      return { name, version, ...commandsOf(name, version, folder, isLocked, root) };
    }
    if (folder === top || dirname(folder) === folder)
      return { name: 'npm', version: undefined, ...commandsOf('npm', undefined, root, false, root) };
  }
}

type Commands = Pick<Manager, 'add' | 'install' | 'run'>;

/**
 * @param folder - where the package manager was found
 * @param root - the package to which dependencies are added
 */
function commandsOf(
  name: Manager['name'],
  version: string | undefined,
  folder: string,
  isLocked: boolean,
  root: string,
): Commands {
  const isTop = folder === root;
  switch (name) {
    case 'npm':
      return {
        add: 'npm install --save-dev',
        install: isLocked ? 'npm ci' : 'npm install',
        run: 'npx --no-install',
      };
    case 'pnpm':
      return {
        add: `pnpm add --save-dev${isTop && existsSync(join(folder, 'pnpm-workspace.yaml')) ? ' -w' : ''}`,
        install: isLocked ? 'pnpm install --frozen-lockfile' : 'pnpm install',
        run: 'pnpm exec',
      };
    case 'yarn': {
      const isClassic =
        version === undefined ? !existsSync(join(folder, '.yarnrc.yml')) : version.startsWith('1.') || version === '1';
      const isWorkspace = isTop && readJson(join(folder, 'package.json'))?.['workspaces'] !== undefined;
      return {
        add: `yarn add --dev${isClassic && isWorkspace ? ' -W' : ''}`,
        install: isLocked ? `yarn install ${isClassic ? '--frozen-lockfile' : '--immutable'}` : 'yarn install',
        run: 'yarn',
      };
    }
    case 'bun':
      return {
        add: 'bun add --dev',
        install: isLocked ? 'bun install --frozen-lockfile' : 'bun install',
        run: 'bunx --no-install',
      };
  }
}
