import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readJson } from '../../project/manifest.ts';

/** A package manager, as far as a command or a workflow names it. */
export interface Manager {
  readonly name: 'npm' | 'pnpm' | 'yarn' | 'bun';
  /** The folder of its lock file; undefined where there is none yet. */
  readonly folder: string | undefined;
  /** Installs for development: names follow. */
  readonly add: string;
  /** Installs what the lock file says. */
  readonly install: string;
  /** Runs an installed command: its name follows. */
  readonly run: string;
  /** Runs a script of the package.json: its name follows. */
  readonly script: string;
  /** As the package.json fixes it. */
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

/** The package manager of a folder: the one that its package.json names, else the one whose lock file is there. */
export function managerOf(root: string): Manager {
  for (let folder = root; ; folder = dirname(folder)) {
    const [, lock] = LOCK_FILES.find(([file]) => existsSync(join(folder, file))) ?? [];
    const named = readJson(join(folder, 'package.json'))?.['packageManager'];
    const [, fixed, version] = /^(npm|pnpm|yarn|bun)@(\d[^+]*)/.exec(typeof named === 'string' ? named : '') ?? [];
    const name = (fixed as Manager['name'] | undefined) ?? lock;
    if (name !== undefined) return manager(name, version, lock === undefined ? undefined : folder, folder === root);
    if (dirname(folder) === folder) return manager('npm', undefined, undefined, true);
  }
}

/** @param isTop - whether packages are added to the folder of the lock file itself */
function manager(
  name: Manager['name'],
  version: string | undefined,
  folder: string | undefined,
  isTop: boolean,
): Manager {
  const at = folder ?? '';
  const commands = {
    npm: ['npm install --save-dev', folder === undefined ? 'npm install' : 'npm ci', 'npx --no-install', 'npm run'],
    pnpm: [
      isTop && existsSync(join(at, 'pnpm-workspace.yaml')) ? 'pnpm add --save-dev -w' : 'pnpm add --save-dev',
      folder === undefined ? 'pnpm install' : 'pnpm install --frozen-lockfile',
      'pnpm exec',
      'pnpm run',
    ],
    yarn: [
      'yarn add --dev',
      existsSync(join(at, '.yarnrc.yml')) ? 'yarn install --immutable' : 'yarn install --frozen-lockfile',
      'yarn',
      'yarn run',
    ],
    bun: ['bun add --dev', 'bun install --frozen-lockfile', 'bunx --no-install', 'bun run'],
  } as const;
  const [add, install, run, script] = commands[name];
  return { name, folder, add, install, run, script, version };
}
