// Bundles files with the packages that they need, and records these packages: their licenses must be shipped with our
// package.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const dist = new URL('../dist/', import.meta.url);
const takenIn = new Map();

/**
 * Only the predicates of typescript-eslint's ASTUtils: their entry point also includes those of ESLint's community,
 * which are six times as large and which we do not use.
 */
export const ALIASES = {
  '@typescript-eslint/utils/ast-utils': fileURLToPath(
    new URL('predicates.js', import.meta.resolve('@typescript-eslint/utils/ast-utils')),
  ),
};

/** @param options - rolldown's, except that the file's path is relative to dist/ */
export async function bundle({ file, output, ...options }) {
  const { output: chunks } = await build({
    platform: 'node',
    logLevel: 'warn',
    resolve: { alias: ALIASES },
    ...options,
    output: { ...output, file: fileURLToPath(new URL(file, dist)) },
  });
  for (const id of chunks.flatMap(({ moduleIds = [] }) => moduleIds)) {
    const [, home, name] = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(id.replaceAll('\\', '/')) ?? [];
    if (home !== undefined) takenIn.set(name, home);
  }
}

/** Writes dist/LICENCES.txt. */
export function writeLicences() {
  const texts = [...takenIn].sort().map(([name, home]) => {
    const file = readdirSync(home).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} is shipped in dist/ and has no licence in ${home}.`);
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
    return `${name} ${version}\n\n${readFileSync(join(home, file), 'utf8').trim()}\n`;
  });
  writeFileSync(
    new URL('LICENCES.txt', dist),
    `Parts of these packages are in the files of this folder.\n\n${texts.join(`\n${'-'.repeat(80)}\n\n`)}`,
  );
}
