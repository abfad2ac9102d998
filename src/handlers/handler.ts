import type { Entry, HandlerKind } from '../catalog/entry.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Source } from '../syntax/source.ts';

/**
 * What identifies a function as a handler: a registering call, the path of its file, a directive, the object or class
 * around it, its types, a route written beside it (`shape`), the roles of its parameters, or only reach `all`.
 */
export type HandlerEvidence =
  'registration' | 'file' | 'directive' | 'object' | 'class' | 'shape' | 'type' | 'parameters' | 'reach';

/** The evidence that says most about a handler's route comes first; the first kind found names it. */
const WAYS: readonly HandlerEvidence[] = [
  'registration',
  'file',
  'directive',
  'object',
  'class',
  'shape',
  'type',
  'parameters',
  'reach',
];

/** The rank of the evidence: the lower, the more it says about the handler's route. */
export function rankOf(by: HandlerEvidence): number {
  return WAYS.indexOf(by);
}

/** Whether the evidence makes a handler only likely. */
export function isLikely(by: HandlerEvidence): boolean {
  return by === 'shape' || by === 'parameters';
}

/** The name and properties of a handler, without its code. */
export interface HandlerName {
  /** Its name in messages: `POST /orgs/:orgId/runs`, `server action save`; the function's name with reach `all`. */
  readonly route: string;
  readonly kind: HandlerKind;
  /** The catalog entry's name: `express`; empty with reach `all`. */
  readonly framework: string;
  /** What identifies the function as a handler. */
  readonly by: HandlerEvidence;
  /** What happens to work that outlives the response, if the process may not live on. */
  readonly runtime?: Entry['runtime'];
  /** The flavour of the helper that keeps such work alive. */
  readonly flavour?: Entry['flavour'];
}

/** A function that a framework, platform or runtime calls once per request, message, job or lifecycle event. */
export interface Handler {
  readonly node: FunctionNode;
  /** The file of the function, which may not be the one that registers it. */
  readonly source: Source;
  readonly entry: Entry;
  readonly kind: HandlerKind;
  readonly route: string;
  readonly by: HandlerEvidence;
  /** The call that registers it drops what it returns. */
  readonly dropped?: true;
}
