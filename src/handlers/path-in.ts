import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { posix } from 'node:path';
import { lastName, propertyName } from '../syntax/call.ts';
import { unwrap } from '../syntax/unwrap.ts';

/** How many names and calls lead to a path. */
const DEEPEST = 8;

/** The file itself. Of its name, only the folder is needed. */
const OWN_FILE = './self';

/** Properties of an address that give it as text. */
const TEXTS = new Set(['pathname', 'href']);

/**
 * The path that an expression names, relative to the file's own folder. Undefined for a function, an absolute path, or
 * anything computed.
 */
export function pathIn(expression: Node, source: Source, evaluation: Evaluation): string | undefined {
  const path = pathOf(expression, source, evaluation);
  if (path === undefined || path.startsWith('/') || !/\.[cm]?[jt]s$|^\.{1,2}\//.test(path)) return undefined;
  const inFolder = posix.normalize(path);
  return inFolder.startsWith('.') ? inFolder : `./${inFolder}`;
}

function pathOf(expression: Node, source: Source, evaluation: Evaluation, depth = 0): string | undefined {
  if (depth > DEEPEST) return undefined;
  const node = unwrap(expression);
  const inner = (next: Node): string | undefined => pathOf(next, source, evaluation, depth + 1);
  const followed = (name: Node): string | undefined => {
    const place = evaluation.follow(name, source);
    return place?.source === source && place.node !== node ? inner(place.node) : undefined;
  };
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? node.value : undefined;
    case 'TemplateLiteral':
      return inTemplate(node, inner);
    case 'BinaryExpression':
      return node.operator === '+' ? joined([inner(node.left), inner(node.right)]) : undefined;
    case 'Identifier':
      if (node.name === '__dirname') return '.';
      return node.name === '__filename' ? OWN_FILE : followed(node);
    case 'MemberExpression':
      return ofMember(node, inner) ?? followed(node);
    case 'CallExpression':
    case 'NewExpression':
      return ofCall(node, inner);
    default:
      return undefined;
  }
}

/** `` `${__dirname}/paint.js` `` */
function inTemplate(node: TSESTree.TemplateLiteral, inner: (next: Node) => string | undefined): string | undefined {
  return joined(
    node.quasis.flatMap(({ value }, at) => [value.cooked, ...node.expressions.slice(at, at + 1).map(inner)]),
  );
}

/** Texts one after the other; undefined if one of them is unknown. */
function joined(texts: readonly (string | null | undefined)[]): string | undefined {
  return texts.some((text) => text == null) ? undefined : texts.join('');
}

/** `import.meta.dirname`, `import.meta.url`, `new URL('./paint.js', import.meta.url).pathname` */
function ofMember(node: TSESTree.MemberExpression, inner: (next: Node) => string | undefined): string | undefined {
  const name = propertyName(node) ?? '';
  if (node.object.type === 'MetaProperty') return name === 'dirname' ? '.' : OWN_FILE;
  return TEXTS.has(name) ? inner(node.object) : undefined;
}

/** `path.join(…)`, `path.dirname(…)`, `new URL(…)`, `fileURLToPath(…)`, `require.resolve(…)` */
function ofCall(
  node: TSESTree.CallExpression | TSESTree.NewExpression,
  inner: (next: Node) => string | undefined,
): string | undefined {
  const name = lastName(node);
  const parts = node.arguments.map(inner);
  if (parts.length === 0 || parts.includes(undefined)) return undefined;
  const texts = parts.filter((part) => part !== undefined);
  if (name === 'dirname') return posix.join(texts[0] ?? '', '..');
  return texts.at(-1) === OWN_FILE && texts.length > 1 ? texts[0] : texts.join('/');
}
