import type { Evaluation } from '../../values/evaluation.ts';
import type { ObjectValue } from '../../values/value.ts';
import { objectParts } from '../../syntax/members.ts';

/** How many objects are followed, each spread into the one before. */
const DEEPEST = 5;

/**
 * Whether an object may have members that its code doesn't name: it starts empty, like what a wrapper of all functions
 * of a module fills, or spreads such an object or an unknown value.
 */
export function isOpenObject({ node, source }: ObjectValue, evaluation: Evaluation, depth = 0): boolean {
  if (node.properties.length === 0) return true;
  return objectParts(node).some((part) => {
    if (!('spread' in part) || depth >= DEEPEST) return false;
    const spread = evaluation.expression(part.spread, source);
    if (spread === undefined || spread.kind === 'parameter') return true;
    return spread.kind === 'object' && isOpenObject(spread, evaluation, depth + 1);
  });
}
