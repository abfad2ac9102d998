import type { Node } from './source.ts';

/** Keys that oxc sets to null. typescript-eslint's parser leaves them out, and the analyses expect that. */
const OPTIONAL_KEYS: ReadonlySet<string> = new Set([
  'typeAnnotation',
  'returnType',
  'typeArguments',
  'typeParameters',
  'constraint',
  'default',
  'superTypeArguments',
]);

/**
 * The prototype of all nodes. A range is created on demand: one for each node, and an array for each empty list, would
 * be a third of a tree.
 */
class TreeNode {
  declare readonly start: number;
  declare readonly end: number;

  get range(): [number, number] {
    return [this.start, this.end];
  }
}

const NO_ENTRIES: readonly never[] = Object.freeze([]);

/** Finishes oxc's tree in one pass: adds parents and ranges, and leaves out absent types. */
export function finishTree(root: Node): void {
  const pending: Record<string, unknown>[] = [root as unknown as Record<string, unknown>];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const key in node) {
      const value = node[key];
      if (value === null) {
        if (OPTIONAL_KEYS.has(key)) node[key] = undefined;
      } else if (typeof value === 'object' && key !== 'parent') {
        if (!Array.isArray(value)) {
          if (isTree(value)) adopt(value, node, pending);
        } else if (value.length === 0) node[key] = NO_ENTRIES;
        else for (const item of value) if (isTree(item)) adopt(item, node, pending);
      }
    }
    Object.setPrototypeOf(node, TreeNode.prototype);
  }
}

function adopt(child: Record<string, unknown>, parent: object, pending: Record<string, unknown>[]): void {
  child['parent'] = parent;
  pending.push(child);
}

function isTree(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}
