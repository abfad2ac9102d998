import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Terminal } from './terminal.ts';
import { writeObstacle } from '../helper/home.ts';
import { readJson } from '../project/manifest.ts';
import { configAbove } from './eslint-config.ts';
import { CannotRun } from './exit.ts';
import { shownPath } from './terminal.ts';

/** How each package manager, known by its lock file, installs for development. */
const INSTALLERS: readonly (readonly [lockFile: string, command: string])[] = [
  ['pnpm-lock.yaml', 'pnpm add --save-dev'],
  ['yarn.lock', 'yarn add --dev'],
  ['bun.lock', 'bun add --dev'],
  ['package-lock.json', 'npm install --save-dev'],
];

const PLAIN = `import fireTask from 'eslint-plugin-fire-task';

export default [
  fireTask.configs.recommended,
];
`;

/** ESLint passes over TypeScript, without a word, where it has no parser for it. */
const TYPESCRIPT = `import fireTask from 'eslint-plugin-fire-task';
import tseslint from 'typescript-eslint';

export default [
  { files: ['**/*.{ts,tsx,mts,cts}'], languageOptions: { parser: tseslint.parser } },
  fireTask.configs.recommended,
];
`;

/**
 * Says how ESLint is to be configured for a package: what to install, and the lines, with a parser where there is
 * TypeScript. A configuration that is there is never changed.
 *
 * @param root - the folder of the package
 * @param writes - whether to write the file where there is none
 * @returns what to print
 * @throws {CannotRun} when the file cannot be written
 */
export function eslintLines(root: string, writes: boolean, terminal: Terminal): string {
  const { workspace } = terminal;
  const { manifest, typescript } = workspace.packages.of(join(root, 'any.js'));
  const missing = ['eslint', 'eslint-plugin-fire-task', ...(typescript ? ['typescript-eslint'] : [])].filter(
    (name) => !workspace.packages.dependsOn(join(root, 'any.js'), [name]),
  );
  const install =
    missing.length === 0 ? '' : `Install what ESLint needs:\n\n  ${installer(root)} ${missing.join(' ')}\n\n`;
  const text = typescript ? TYPESCRIPT : PLAIN;
  const lines = text.trimEnd().replaceAll(/^(?=.)/gm, '  ');
  const written = configAbove(root);
  if (written !== undefined) {
    const has = readFileSync(written, 'utf8').includes('fire-task');
    const shown = shownPath(written, terminal);
    return has
      ? `${install}${shown} names fire-task already. npx fire-task doctor says whether ESLint reads all files.`
      : `${install}Add the rule to ${shown}, next to what is there:\n\n${lines}`;
  }
  const former = formerConfig(root);
  if (former !== undefined)
    return (
      `${install}ESLint stops reading ${shownPath(former, terminal)} once there is a flat configuration. ` +
      `Migrate it first (npx @eslint/migrate-config), then add the rule:\n\n${lines}`
    );
  const path = join(root, manifest.type === 'module' ? 'eslint.config.js' : 'eslint.config.mjs');
  if (!writes) return `${install}Write ${shownPath(path, terminal)} (with --yes, this command does):\n\n${lines}`;
  const obstacle = writeObstacle(path);
  if (obstacle !== undefined) throw new CannotRun(`${shownPath(path, terminal)} cannot be written, as ${obstacle}.`);
  writeFileSync(path, text);
  return `${install}Wrote ${shownPath(path, terminal)}.`;
}

/** A configuration of the kind before eslint.config.js, in the folder or in its package.json. */
function formerConfig(root: string): string | undefined {
  const own = readdirSync(root).find((name) => /^\.eslintrc(?:\.[\w.]+)?$/.test(name));
  if (own !== undefined) return join(root, own);
  return readJson(join(root, 'package.json'))?.['eslintConfig'] === undefined ? undefined : join(root, 'package.json');
}

function installer(folder: string): string {
  const found = INSTALLERS.find(([lockFile]) => existsSync(join(folder, lockFile)));
  if (found !== undefined) return found[1];
  return dirname(folder) === folder ? 'npm install --save-dev' : installer(dirname(folder));
}
