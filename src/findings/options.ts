import type { HandlerKind, Pattern } from '../catalog/entry.ts';
import type { Reach } from '../handlers/reaches.ts';
import type { ReachEvidence } from '../reach/index.ts';
import type { FormName } from './forms.ts';
import type { FromSchema } from './from-schema.ts';
import type { optionsSchema } from './schema.ts';
import { HANDLER_KINDS } from '../catalog/entry.ts';
import { FORM_NAMES, FORMS } from './forms.ts';

/** The options that the rule, the codemod and the command line share. */
export interface Options {
  /** How far from a handler to look. */
  readonly reach: Reach;
  /** Kinds of handlers that count. */
  readonly kinds: readonly HandlerKind[];
  /** Forms that are reported. Some need `strict`, unless they are switched on individually (forms.ts). */
  readonly forms: Readonly<Record<FormName, boolean>>;
  /** Also report chains that answer but have no failure path, and the forms reserved for `strict` (forms.ts). */
  readonly strict: boolean;
  /** `sure` leaves out findings that are only likely, for example because a handler may not run the code. */
  readonly evidence: ReachEvidence;
  /** Also analyze test files. */
  readonly tests: boolean;
  /** Calls whose work needs no owner. */
  readonly allow: readonly AllowedCall[];
  /** Calls that own the promise or function passed to them, as catalog patterns. */
  readonly sinks: readonly Pattern[];
  /** The tracker used instead of the injected helper's `fireTask`. */
  readonly tracker: Tracker;
  /** Refuse to analyze a file without type information. */
  readonly typed: boolean;
}

/** The user's own tracker. */
export interface Tracker {
  /** The name that it is exported under. */
  readonly name: string;
  /** A package, or a file from the root of the package (`./src/tasks.ts`); undefined for the injected helper. */
  readonly module?: string;
}

/**
 * Functions by their origin, in the form of typescript-eslint's specifiers: a package, one of the user's files, or the
 * language and its platform.
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

/** The options as users write them; all are optional. The schema describes them. */
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
