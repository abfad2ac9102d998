import { basename } from 'node:path';
import type { FunctionNode } from '../syntax/function.ts';
import type { Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Handler } from './handler.ts';
import { nameOf } from '../syntax/function.ts';
import { outlineOf } from '../syntax/walk.ts';
import { entryByShape } from './by-shape.ts';
import { isLeftOut, mayServe } from './servers.ts';
import { entryByType } from './by-type.ts';
import { isOfComponents } from './shape-words.ts';

/** Functions that are handlers by their own type, by the types of their parameters, or by their shape. */
export function selfDeclaredHandlers(source: Source, evaluation: Evaluation): Handler[] {
  const isPassed = isLeftOut(source, evaluation);
  const serves = !isPassed && !isOfComponents(source.path) && mayServe(source, evaluation);
  return outlineOf(source).functions.flatMap((node) => {
    const typed = entryByType(node, source, evaluation);
    const entry = typed ?? (isPassed ? undefined : entryByShape(node, source, evaluation, serves));
    if (entry === undefined) return [];
    return [
      {
        node,
        source,
        entry,
        by: typed === undefined ? ('parameters' as const) : ('type' as const),
        kind: entry.types?.kind ?? 'request',
        route: routeOf(node, source),
      },
    ];
  });
}

/** Without a route, a handler is named after its function. */
function routeOf(node: FunctionNode, { path }: Source): string {
  const name = nameOf(node);
  return name === undefined || name === 'default' || name === 'exports' ? `handler in ${basename(path)}` : name;
}
