import type { HandlerKind } from '../catalog/entry.ts';

/**
 * When a function runs: while the server serves, or while it starts or stops. What a lifecycle hook calls only then is no
 * work of a request: by default only what stands in the hook itself counts.
 */
export type Phase = 'serving' | 'startup';

export function phaseOf(kind: HandlerKind): Phase {
  return kind === 'lifecycle' ? 'startup' : 'serving';
}
