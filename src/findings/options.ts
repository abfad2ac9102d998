import type { HandlerKind, Pattern } from '../catalog/entry.ts';
import type { Reach } from '../handlers/reaches.ts';
import type { FormName } from './finding.ts';
import type { FromSchema } from './from-schema.ts';
import type { optionsSchema } from './schema.ts';
import { HANDLER_KINDS } from '../catalog/entry.ts';
import { FORM_NAMES } from './finding.ts';

/** What the rule, the codemod and the command line share. */
export interface Options {
  /** How far from a handler to look. */
  readonly reach: Reach;
  /** Kinds of handlers that count. */
  readonly kinds: readonly HandlerKind[];
  /** Forms that are reported; `partial` only with `strict`, unless it is switched on by itself. */
  readonly forms: Readonly<Record<FormName, boolean>>;
  /** Also report an answering chain that has no failure path, and the form `partial`. */
  readonly strict: boolean;
  /** Also look at test files. */
  readonly tests: boolean;
  /** Calls whose work needs no owner. */
  readonly allow: readonly AllowedCall[];
  /** Calls that own the promise or the function they are given, as patterns of the catalog. */
  readonly sinks: readonly Pattern[];
  /** What tracks in place of the injected helper's `fireTask`. */
  readonly tracker: Tracker;
  /** Refuse to look at a file without type information. */
  readonly typed: boolean;
}

/** A tracker of the user's own. */
export interface Tracker {
  /** What it is exported as. */
  readonly name: string;
  /** A package, or a file from the root of the package (`./src/tasks.ts`); undefined for the injected helper. */
  readonly module?: string;
}

/**
 * Functions by where they come from, as typescript-eslint's specifiers have it: a package, a file of the user's own, or
 * the language and its platform.
 */
export type AllowedCall = NonNullable<UserOptions['allow']>[number];

const DEFAULT_OPTIONS: Options = {
  reach: 'project',
  kinds: HANDLER_KINDS.filter((kind) => kind !== 'timer'),
  forms: Object.fromEntries(FORM_NAMES.map((form) => [form, form !== 'partial'])) as Record<FormName, boolean>,
  strict: false,
  tests: false,
  allow: [],
  sinks: [],
  tracker: { name: 'fireTask' },
  typed: false,
};

/** What users write; everything may be left out. The schema says what it is. */
export type UserOptions = FromSchema<typeof optionsSchema>;

export function completeOptions(options: UserOptions = {}): Options {
  return {
    ...DEFAULT_OPTIONS,
    ...(options.strict === true && { kinds: HANDLER_KINDS }),
    ...options,
    tracker: { ...DEFAULT_OPTIONS.tracker, ...options.tracker },
    forms: { ...DEFAULT_OPTIONS.forms, partial: options.strict === true, ...options.forms },
  };
}
