import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import { objectParts } from '../syntax/members.ts';

/** What a name stands for in one of the runs of the code around it. */
export type Bound =
  | Written
  /** The key of a table. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Bound[] }
  /** One of these, or something else. */
  | { readonly kind: 'either'; readonly values: readonly Bound[] }
  /** Surely undefined: an argument that is left out. */
  | { readonly kind: 'nothing' }
  /** Given, but nobody can see what: an argument behind a spread. */
  | { readonly kind: 'unknown' };

/** An expression, and the run that its names are of. */
export interface Written {
  readonly kind: 'written';
  readonly node: Node;
  readonly source: Source;
  readonly setting: Setting | undefined;
}

export interface Binding {
  readonly pattern: Node;
  readonly value: Bound;
}

/** One run of a function or a loop: what its parameters, or its variable, are in it. */
export interface Setting {
  readonly bindings: readonly Binding[];
  /** The run of the code around it, which other names are of. */
  readonly around: Setting | undefined;
}

export const NOTHING: Bound = { kind: 'nothing' };
export const UNKNOWN: Bound = { kind: 'unknown' };

/** What `Object.entries`, `Object.values` or `Object.keys` gives of an object literal. */
export function membersOf(literal: Written & { readonly node: TSESTree.ObjectExpression }, method: string): Bound[] {
  return objectParts(literal.node).flatMap((part): Bound[] => {
    if ('spread' in part || part.value === undefined) return [];
    const key: Bound = { kind: 'text', text: part.name };
    const value: Bound = { ...literal, node: part.value };
    return [method === 'keys' ? key : method === 'values' ? value : { kind: 'list', items: [key, value] }];
  });
}
