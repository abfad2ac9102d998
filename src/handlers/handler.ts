import type { Entry, HandlerKind } from '../catalog/entry.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Source } from '../syntax/source.ts';

/**
 * By what a function is known to be a handler: a registering call, its file's place, a directive, an object or class
 * that holds it, its types, a route written beside it as routes mostly are (`shape`), the roles of its parameters; or
 * nothing but reach `all`.
 */
export type HandlerEvidence =
  'registration' | 'file' | 'directive' | 'object' | 'class' | 'shape' | 'type' | 'parameters' | 'reach';

/** How much the ways say of a handler's route; of several, the first names it. */
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

/** The place of a way among those that name a handler: the smaller, the more it says. */
export function rankOf(by: HandlerEvidence): number {
  return WAYS.indexOf(by);
}

/** Whether a handler is known only by what mostly makes one. */
export function isLikely(by: HandlerEvidence): boolean {
  return by === 'shape' || by === 'parameters';
}

/** What a handler is called, without its code. */
export interface HandlerName {
  /** What people call it: `POST /orgs/:orgId/runs`, `server action save`; a function's name with reach `all`. */
  readonly route: string;
  readonly kind: HandlerKind;
  /** The catalog entry's name: `express`; empty with reach `all`. */
  readonly framework: string;
  /** How the function is known to be a handler. */
  readonly by: HandlerEvidence;
  /** What becomes of work that outlives the answer, when the process does not simply live on. */
  readonly runtime?: Entry['runtime'];
  /** The flavour of the helper that saves it. */
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
}
