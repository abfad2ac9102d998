import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
import type { Node } from '../../src/syntax/source.ts';
import { isParseFailure, parse } from '../../src/syntax/parse.ts';
import { parseTree } from '../../site/engine/parse-tree.ts';

const ROOT = join(import.meta.dirname, '../..');
const FOLDERS = ['src', 'site', 'tests/rewriting', 'tests/e2e', 'tests/findings'];
/** What no analysis asks of a tree, or what is the same by another key. */
const ASIDE = new Set([
  'parent',
  'range',
  'raw',
  'extra',
  'phase',
  'hashbang',
  'interpreter',
  'directive',
  'regex',
  'bigint',
  'errors',
  'comments',
  'tokens',
]);

const files = FOLDERS.flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true }))
  .filter(
    (entry) =>
      entry.isFile() &&
      /\.[cm]?[jt]sx?$/.test(entry.name) &&
      !entry.name.endsWith('.d.ts') &&
      !entry.parentPath.includes('node_modules'),
  )
  .map((entry) => join(entry.parentPath, entry.name));

it('the playground reads every file of this repository into the tree that the engine makes of it', () => {
  const differences = new Set<string>();
  let nodes = 0;
  for (const path of files) {
    const expected = parse(path, readFileSync(path, 'utf8'));
    if (isParseFailure(expected)) continue;
    const language = path.endsWith('.tsx') ? 'tsx' : /\.[cm]?ts$/.test(path) ? 'ts' : 'jsx';
    const found = parseTree(expected.text, language, /\.c[jt]s$/.test(path));
    compare(expected.ast, found, (what) => differences.add(`${what} in ${relative(ROOT, path)}`));
  }
  expect([...differences].slice(0, 20)).toEqual([]);
  expect(nodes).toBeGreaterThan(100_000);

  function compare(expected: Node, found: unknown, note: (what: string) => void): void {
    nodes += 1;
    const ours = expected as unknown as Record<string, unknown>;
    const theirs = found as Record<string, unknown>;
    for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      if (ASIDE.has(key) || (expected.type === 'JSXText' && key === 'value')) continue;
      compareValues(ours[key], theirs[key], `${expected.type}.${key}`, note);
    }
  }

  function compareValues(expected: unknown, found: unknown, what: string, note: (what: string) => void): void {
    if (Array.isArray(expected) && Array.isArray(found)) {
      if (expected.length !== found.length)
        note(`${what}: ${expected.length.toString()} or ${found.length.toString()}`);
      else for (const [index, item] of expected.entries()) compareValues(item, found[index], what, note);
    } else if (isNode(expected) && isNode(found) && expected.type === found.type) compare(expected, found, note);
    else if (isNode(expected) || isNode(found)) note(`${what}: ${kindOf(expected)} or ${kindOf(found)}`);
    else if (typeof expected !== 'object' && typeof found !== 'object' && word(expected) !== word(found))
      note(`${what}: ${word(expected)} or ${word(found)}`);
  }
});

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

function kindOf(value: unknown): string {
  return isNode(value) ? value.type : typeof value;
}

/** Null, false and absent are one to every analysis. */
function word(value: unknown): string {
  if (typeof value === 'bigint') return `${value.toString()}n`;
  return value === undefined || value === false || value === null ? '' : JSON.stringify(value);
}
