import type { Node } from './source.ts';

/** Whether a `catch` inside of `boundary`, a node around it, gets what fails at a node. */
export function isCaughtWithin(boundary: Node | undefined, node: Node): boolean {
  for (let inner = node; inner !== boundary && inner.parent != null; inner = inner.parent) {
    const outer: Node = inner.parent;
    if (outer.type === 'TryStatement' && outer.block === inner && outer.handler !== null) return true;
  }
  return false;
}
