import type { HandlerKind } from '../catalog/entry.ts';
import type { Reach } from '../handlers/reach.ts';
import type { FormName } from './finding.ts';
import { FORM_NAMES } from './finding.ts';

export const REACHES = ['handler', 'file', 'project', 'all'] as const satisfies readonly Reach[];
export const KINDS = ['request', 'message', 'job', 'lifecycle'] as const satisfies readonly HandlerKind[];

/** What the rule, the codemod and the command line share. */
export interface Options {
  /** How far from a handler to look. */
  readonly reach: Reach;
  /** Kinds of handlers that count. */
  readonly kinds: readonly HandlerKind[];
  /** Forms that are reported. */
  readonly forms: Readonly<Record<FormName, boolean>>;
  /** Also report an answering chain that has no failure path. */
  readonly strict: boolean;
  /** Also look at test files. */
  readonly tests: boolean;
}

export const DEFAULT_OPTIONS: Options = {
  reach: 'project',
  kinds: KINDS,
  forms: Object.fromEntries(FORM_NAMES.map((form) => [form, true])) as Record<FormName, boolean>,
  strict: false,
  tests: false,
};

/** What users write; everything may be left out. */
export interface UserOptions {
  readonly reach?: Reach;
  readonly kinds?: readonly HandlerKind[];
  readonly forms?: Readonly<Partial<Record<FormName, boolean>>>;
  readonly strict?: boolean;
  readonly tests?: boolean;
}

export function completeOptions(options: UserOptions = {}): Options {
  return { ...DEFAULT_OPTIONS, ...options, forms: { ...DEFAULT_OPTIONS.forms, ...options.forms } };
}
