import type { Node } from './source.ts';

/** Whether a `catch` within `boundary`, a node around `node`, catches what `node` throws. */
export function isCaughtWithin(boundary: Node | undefined, node: Node): boolean {
  for (let inner = node; inner !== boundary && inner.parent != null; inner = inner.parent) {
    const outer: Node = inner.parent;
    if (outer.type === 'TryStatement' && outer.block === inner && outer.handler !== null) return true;
  }
  return false;
}
