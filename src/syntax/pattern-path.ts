import type { Node } from './source.ts';
import { keyName } from './literal.ts';

/** Precedes the index at which the rest of a list begins: `...1` for `rest` of `[first, ...rest]`. */
const REST = '...';

/**
 * The keys and indexes that lead from a pattern's value to a name: none if the pattern is the name itself, undefined if
 * it doesn't contain the name.
 */
export function pathTo(name: Node, pattern: Node): readonly string[] | undefined {
  const target = pattern.type === 'AssignmentPattern' ? pattern.left : pattern;
  if (target === name) return [];
  if (target.type === 'ArrayPattern') {
    for (const [place, element] of target.elements.entries()) {
      if (element === null) continue;
      const isRest = element.type === 'RestElement';
      const path = pathTo(name, isRest ? element.argument : element);
      if (path !== undefined) return [`${isRest ? REST : ''}${place.toString()}`, ...path];
    }
    return undefined;
  }
  if (target.type !== 'ObjectPattern') return undefined;
  for (const property of target.properties) {
    if (property.type !== 'Property') continue;
    const key = keyName(property.key, property.computed);
    const path = key === undefined ? undefined : pathTo(name, property.value);
    if (key !== undefined && path !== undefined) return [key, ...path];
  }
  return undefined;
}
