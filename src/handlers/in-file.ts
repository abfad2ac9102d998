import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { FunctionPlace } from './functions.ts';
import { isFunction } from '../syntax/function.ts';
import { staticText } from '../syntax/literal.ts';
import { unwrap } from '../syntax/unwrap.ts';

/**
 * The default export of the file that an argument names, if it is a function: `new URL('./paint.js', import.meta.url)`,
 * `path.join(__dirname, 'paint.js')`, `require.resolve('./paint')`, `` `${__dirname}/paint.js` ``.
 */
export function fileFunctions(argument: Node, source: Source, evaluation: Evaluation): FunctionPlace[] {
  const path = pathIn(argument, source, evaluation);
  if (path === undefined) return [];
  const value = evaluation.imported(path, 'default', source);
  return value?.kind === 'function' && isFunction(value.node) ? [{ node: value.node, source: value.source }] : [];
}

/** The path relative to the file's own folder; undefined for a function, an absolute path, or anything computed. */
function pathIn(argument: Node, source: Source, evaluation: Evaluation): string | undefined {
  const place = evaluation.follow(argument, source);
  const node = unwrap(place?.node ?? argument);
  const parts = partsOf(node);
  if (parts === undefined || !/\.[cm]?[jt]s$|^\.{1,2}\//.test(parts.at(-1) ?? '')) return undefined;
  const path = parts.join('/').replace(/^\/+/, '');
  return path.startsWith('.') ? path : `./${path}`;
}

/** The parts of a path in the file's own folder, in order; undefined if one is computed. */
function partsOf(node: Node): string[] | undefined {
  const text = staticText(node);
  if (text !== undefined) return text.startsWith('/') ? undefined : [text];
  if (node.type === 'TemplateLiteral') {
    const [only, ...others] = node.expressions;
    return only !== undefined && others.length === 0 && isFolder(only)
      ? [node.quasis.at(-1)?.value.cooked ?? '']
      : undefined;
  }
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined;
  const [first, ...others] = node.arguments;
  if (first === undefined) return undefined;
  const given = isFolder(first) ? others : [first, ...others.filter((each) => !isOwnAddress(each))];
  const texts = given.map((each) => staticText(each));
  return texts.every((each) => each !== undefined) && texts.length > 0 ? texts : undefined;
}

function isFolder(node: Node): boolean {
  const value = unwrap(node);
  return (
    (value.type === 'Identifier' && value.name === '__dirname') ||
    (value.type === 'MemberExpression' &&
      value.property.type === 'Identifier' &&
      value.property.name === 'dirname' &&
      value.object.type === 'MetaProperty')
  );
}

/** `import.meta.url` */
function isOwnAddress(node: Node): boolean {
  const value = unwrap(node);
  return value.type === 'MemberExpression' && value.object.type === 'MetaProperty';
}
