import { sep } from 'node:path';

/** Splits `@acme/lib/names` into the package's name and the subpath, which is empty for the whole package. */
export function splitSpecifier(specifier: string): { name: string; subpath: string } {
  const [, name = specifier, subpath = ''] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.*))?$/s.exec(specifier) ?? [];
  return { name, subpath };
}

/** Whether a file belongs to an installed package. */
export function isInstalled(path: string): boolean {
  return path.includes(`${sep}node_modules${sep}`);
}

export function isRelative(specifier: string): boolean {
  return specifier.startsWith('.') || specifier.startsWith('/');
}

/**
 * Applies patterns with at most one `*` to a text, the most specific pattern first: `{ "@/*": ["src/*"] }` turns `@/a`
 * into `src/a`.
 */
export function matchPatterns(text: string, patterns: Iterable<readonly [string, readonly string[]]>): string[] {
  const found: { readonly length: number; readonly targets: readonly string[] }[] = [];
  for (const [pattern, targets] of patterns) {
    const [before = '', after] = pattern.split('*');
    if (after === undefined) {
      if (pattern === text) found.push({ length: Infinity, targets });
    } else if (text.length >= before.length + after.length && text.startsWith(before) && text.endsWith(after)) {
      const middle = text.slice(before.length, text.length - after.length);
      found.push({ length: before.length, targets: targets.map((target) => target.replaceAll('*', () => middle)) });
    }
  }
  return found.sort((a, b) => b.length - a.length).flatMap(({ targets }) => targets);
}

/**
 * The target files for a key of a package.json's `exports` or `imports`, under all conditions except those for
 * browsers.
 */
export function targetsOf(field: unknown, key: string): string[] {
  const isByKey = typeof field === 'object' && field !== null && Object.keys(field).every((name) => /^[.#]/.test(name));
  if (!isByKey) return key === '.' ? leavesOf(field) : [];
  return matchPatterns(
    key,
    Object.entries(field).map(([pattern, value]) => [pattern, leavesOf(value)] as const),
  );
}

const ELSEWHERE = new Set(['browser', 'react-native']);

function leavesOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([condition, inner]) => (ELSEWHERE.has(condition) ? [] : leavesOf(inner)));
}

/** The package's name on npm: without `node:`, `npm:`, `jsr:`, the host esm.sh, and version suffixes. */
export function bareName(specifier: string): string {
  return specifier
    .replace(/^(?:node|npm|jsr):\/?/, '')
    .replace(/^https:\/\/esm\.sh\//, '')
    .replace(/^(@[^/@]+\/[^/@]+|[^/@]+)@[^/]+/, '$1');
}

/** Removes the query of `./logo.svg?raw` from the resolved path. A folder's name may contain a question mark. */
export function withoutQuery(path: string, specifier: string): string {
  const start = specifier.indexOf('?');
  const query = start === -1 ? '' : specifier.slice(start);
  return query !== '' && path.endsWith(query) ? path.slice(0, -query.length) : path;
}
