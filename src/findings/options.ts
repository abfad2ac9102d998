import type { HandlerKind, Pattern } from '../catalog/entry.ts';
import type { Reach } from '../handlers/reaches.ts';
import type { ReachEvidence } from '../reach/index.ts';
import type { FormName } from './forms.ts';
import type { FromSchema } from './from-schema.ts';
import type { optionsSchema } from './schema.ts';
import { HANDLER_KINDS } from '../catalog/entry.ts';
import { FORM_NAMES, FORMS } from './forms.ts';

/** What the rule, the codemod and the command line share. */
export interface Options {
  /** How far from a handler to look. */
  readonly reach: Reach;
  /** Kinds of handlers that count. */
  readonly kinds: readonly HandlerKind[];
  /** Forms that are reported. Some are only with `strict`, unless they are switched on by themselves (forms.ts). */
  readonly forms: Readonly<Record<FormName, boolean>>;
  /** Also report an answering chain that has no failure path, and the forms that are for `strict` (forms.ts). */
  readonly strict: boolean;
  /** `sure` leaves out findings in code of which it is only likely that a handler runs it. */
  readonly evidence: ReachEvidence;
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

const DEFAULT_OPTIONS: Omit<Options, 'forms'> = {
  reach: 'project',
  kinds: HANDLER_KINDS.filter((kind) => kind !== 'timer'),
  strict: false,
  evidence: 'likely',
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
    forms: { ...reportedForms(options.strict ?? DEFAULT_OPTIONS.strict), ...options.forms },
  };
}

function reportedForms(strict: boolean): Record<FormName, boolean> {
  return Object.fromEntries(FORM_NAMES.map((form) => [form, strict || FORMS[form].reported === 'always'])) as Record<
    FormName,
    boolean
  >;
}
