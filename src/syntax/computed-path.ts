import { dirname, join } from 'node:path';
import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from './source.ts';
import { definitionOf, variableOf, writesOf } from './binding.ts';
import { methodCall } from './call.ts';
import { writtenName } from './compiled.ts';
import { unwrap } from './unwrap.ts';

/** How many names may stand for parts of a path inside each other. */
const DEEPEST = 4;

/** A part of a path that is only known at run time. */
const COMPUTED = Symbol('computed');
type Part = string | typeof COMPUTED;

/**
 * The folder of a file that is chosen at run time: the absolute path before the first computed part, in
 * `path.join(__dirname, file)` and `` `./${file}` ``. Undefined for a path that is written out, or that starts anywhere.
 */
export function folderOfComputed(path: Node, source: Source): string | undefined {
  const parts = partsOf(path, source);
  const end = parts.indexOf(COMPUTED);
  const before = parts.slice(0, end).join('');
  if (end < 0 || !/^[./]|^[A-Z]:/i.test(before) || !/[/\\]$/.test(before)) return undefined;
  return before.startsWith('.') ? join(dirname(source.path), before, '.') : join(before, '.');
}

function partsOf(expression: Node, source: Source, depth = 0): readonly Part[] {
  const node = unwrap(expression);
  const inner = (part: Node): readonly Part[] => partsOf(part, source, depth + 1);
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [COMPUTED];
    case 'TemplateLiteral':
      return node.quasis.flatMap((quasi, index) => {
        const value = node.expressions[index];
        return [quasi.value.cooked ?? '', ...(value === undefined ? [] : inner(value))];
      });
    case 'BinaryExpression':
      return node.operator === '+' ? [...inner(node.left), ...inner(node.right)] : [COMPUTED];
    case 'CallExpression':
      return partsOfCall(node, inner);
    case 'MemberExpression':
      return writtenName(node) === 'dirname' && node.object.type === 'MetaProperty'
        ? [dirname(source.path)]
        : [COMPUTED];
    case 'Identifier':
      return partsOfName(node.name, node, source, depth);
    default:
      return [COMPUTED];
  }
}

/** `path.join(folder, file)`, `pathToFileURL(path)` */
function partsOfCall(node: TSESTree.CallExpression, inner: (part: Node) => readonly Part[]): readonly Part[] {
  const name = methodCall(node)?.method ?? writtenName(node.callee);
  if (name === 'join' || name === 'resolve')
    return node.arguments.flatMap((part, index) => (index === 0 ? inner(part) : ['/', ...inner(part)]));
  const [only] = node.arguments;
  return name === 'pathToFileURL' && only !== undefined ? inner(only) : [COMPUTED];
}

function partsOfName(name: string, node: Node, source: Source, depth: number): readonly Part[] {
  if (name === '__dirname') return [dirname(source.path)];
  const variable = variableOf(node, source);
  const declarator = variable === undefined ? undefined : definitionOf(variable)?.node;
  const [value, ...others] = (variable === undefined ? undefined : writesOf(variable)) ?? [];
  return value === undefined ||
    others.length > 0 ||
    declarator?.type !== 'VariableDeclarator' ||
    depth > DEEPEST ||
    declarator.init !== value
    ? [COMPUTED]
    : partsOf(value, source, depth + 1);
}
