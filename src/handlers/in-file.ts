import type { FilePosition } from '../catalog/entry.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { NamespaceValue } from '../values/value.ts';
import type { FunctionPlace } from './functions.ts';
import { dirname, join, relative, sep } from 'node:path';
import { exportsOf } from '../project/exports.ts';
import { isFunction } from '../syntax/function.ts';
import { staticText } from '../syntax/literal.ts';
import { propertyValue } from '../syntax/members.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { pathIn } from './path-in.ts';

/**
 * The functions that a file exports, where an argument names the file: `new URL('./paint.js', import.meta.url)`,
 * `path.join(__dirname, 'paint.js')`, `require.resolve('./paint')`, `` `${__dirname}/paint.js` ``.
 */
export function fileFunctions(
  argument: Node,
  { under, each = false, named }: FilePosition,
  source: Source,
  evaluation: Evaluation,
): FunctionPlace[] {
  const options = unwrap(argument);
  const property = (name: string): Node | undefined =>
    options.type === 'ObjectExpression' ? propertyValue(options, name) : undefined;
  const place = under === undefined ? argument : property(under);
  const module = place === undefined ? undefined : moduleAt(place, source, evaluation);
  if (module === undefined) return [];
  const only = named === undefined ? 'default' : (staticText(property(named)) ?? named);
  const wanted = each ? [...exportsOf(module.source).names.keys()] : [only];
  return wanted.flatMap((name) => {
    const value = evaluation.exported(module.source, name);
    return value?.kind === 'function' && isFunction(value.node) ? [{ node: value.node, source: value.source }] : [];
  });
}

/** The module at a path from the folder of its file, or from the root of the package. */
function moduleAt(place: Node, source: Source, evaluation: Evaluation): NamespaceValue | undefined {
  const path = pathIn(place, source, evaluation);
  if (path === undefined) return undefined;
  const { root } = evaluation.workspace.packages.of(source.path);
  const fromRoot = relative(dirname(source.path), join(root, path)).split(sep).join('/');
  for (const specifier of [path, fromRoot.startsWith('.') ? fromRoot : `./${fromRoot}`]) {
    const module = evaluation.imported(specifier, '*', source);
    if (module?.kind === 'namespace') return module;
  }
  return undefined;
}
