// Node's module hooks of the processes that test mutants: TypeScript without its types, and our own test functions in
// the place of vitest's.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import blankSpace from 'ts-blank-space';

export function resolve(specifier, context, next) {
  return specifier === 'vitest'
    ? { url: new URL('./test-api.js', import.meta.url).href, shortCircuit: true }
    : next(specifier, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
  return { format: 'module', source: blankSpace(await readFile(fileURLToPath(url), 'utf8')), shortCircuit: true };
}
