import { visitorKeys } from '@typescript-eslint/visitor-keys';
import type { Node } from '../source.ts';
import type { ScopeBuilder } from './build.ts';

/** Walks that need each other: code holds types, and types hold code. */
export interface Walks {
  readonly scopes: ScopeBuilder;
  readonly code: (node: Node | null | undefined) => void;
  readonly type: (node: Node | null | undefined) => void;
}

/** What to do at nodes of some types. At all others, the children are visited. */
export type Visitors = {
  readonly [Type in Node['type']]?: (node: Extract<Node, { type: Type }>, walks: Walks) => void;
};

/** Calls `visit` for the children of a node, in the order of its keys. */
export function eachChild(node: Node, visit: (child: Node) => void, but?: string): void {
  for (const key of visitorKeys[node.type] ?? []) {
    if (key === but) continue;
    const value = (node as unknown as Record<string, unknown>)[key];
    if (Array.isArray(value)) {
      for (const item of value) if (isNode(item)) visit(item);
    } else if (isNode(value)) visit(value);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

/** A visitor that ignores a node. */
export function skip(): void {
  // Its children refer to no variables.
}
