import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import type { Becomes, Lost, LossForm } from './owner.ts';
import { chainCall } from '../syntax/call.ts';
import { continuationsOf } from '../syntax/continuations.ts';
import { isFunction } from '../syntax/function.ts';
import { isCombinator } from '../syntax/promise-call.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';

/** Whether the promise is inside something: an array literal, an array that `map` returned, or an object. */
export type Collected = 'no' | 'literal' | 'mapped' | 'object';

/** A promise on its way outwards, and what has happened to it so far. */
export interface Passage {
  readonly launch: Node;
  /** The `.then/.catch/.finally` calls on it, innermost first. */
  readonly links: readonly TSESTree.CallExpression[];
  /** Whether a `void` has made the value undefined. */
  readonly voided: boolean;
  readonly collected: Collected;
  /** The launch with its chain and its `void`: what is reported when it is lost. */
  readonly subject: Node;
}

export function startAt(launch: Node): Passage {
  const link = chainCall(launch);
  return {
    launch,
    links: link === undefined ? [] : [link.call],
    voided: false,
    collected: 'no',
    subject: wrapped(launch),
  };
}

/** The loss of the promise, at the site that drops it. */
export function lostAs(form: LossForm, { subject, links }: Passage, site: Node): Lost {
  return { kind: 'lost', form, node: subject, site, links };
}

/** The loss of a promise that the site takes for its result. */
export function answeredAs(becomes: Becomes, passage: Passage, site: Node): Lost {
  return { ...lostAs('answered', passage, site), becomes };
}

/** The loss of a value that nothing takes. */
export function droppedAt(site: Node, passage: Passage, source: Source): Lost {
  return lostAs(droppedForm(passage, source), passage, site);
}

function droppedForm({ launch, links, voided, collected }: Passage, source: Source): LossForm {
  if (voided) return 'voided';
  if (collected === 'mapped') return 'mapped';
  if (links.some((link) => continuationsOf(link).failed !== undefined)) return 'caught';
  if (links.length > 0) return 'chained';
  if (launch.type === 'CallExpression' && isFunction(unwrap(launch.callee))) return 'iife';
  if (isCombinator(launch, source)) return 'combined';
  return 'floating';
}
