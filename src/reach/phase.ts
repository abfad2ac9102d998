import type { HandlerKind } from '../catalog/entry.ts';
import type { Evaluation } from '../values/evaluation.ts';

/**
 * When a function runs: while the server serves, or while it starts or stops. What a lifecycle hook calls only then is no
 * work of a request: by default only what stands in the hook itself counts.
 */
export type Phase = 'serving' | 'startup';

export function phaseOf(kind: HandlerKind): Phase {
  return kind === 'lifecycle' ? 'startup' : 'serving';
}

/**
 * Whether a server runs a file, as far as its place in the package says: not what somebody at a terminal runs, or what
 * shows how something is used.
 */
export function isServing(path: string, { workspace }: Evaluation): boolean {
  return !/(?:^|\/)(?:examples?|samples?|scripts?|migrations?|seeds?|seeders?)\//.test(
    workspace.packages.placeOf(path),
  );
}
