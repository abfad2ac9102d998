import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import { objectParts } from '../syntax/members.ts';

/** The value of a name in one run of the code around it. */
export type Bound =
  | Written
  /** The key of a table. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Bound[] }
  /** One of these, or something else. */
  | { readonly kind: 'either'; readonly values: readonly Bound[] }
  /** Certainly undefined: an omitted argument. */
  | { readonly kind: 'nothing' }
  /** Possibly any value: an argument after a spread. */
  | { readonly kind: 'unknown' };

/** An expression, and the run that its names belong to. */
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

/** One run of a function or a loop, with the values of its parameters or its variable. */
export interface Setting {
  readonly bindings: readonly Binding[];
  /** The run of the surrounding code, for all other names. */
  readonly around: Setting | undefined;
}

export const NOTHING: Bound = { kind: 'nothing' };
export const UNKNOWN: Bound = { kind: 'unknown' };

/** The result of `Object.entries`, `Object.values` or `Object.keys` for an object literal. */
export function membersOf(literal: Written & { readonly node: TSESTree.ObjectExpression }, method: string): Bound[] {
  return objectParts(literal.node).flatMap((part): Bound[] => {
    if ('spread' in part || part.value === undefined) return [];
    const key: Bound = { kind: 'text', text: part.name };
    const value: Bound = { ...literal, node: part.value };
    return [method === 'keys' ? key : method === 'values' ? value : { kind: 'list', items: [key, value] }];
  });
}
