import type { HandlerKind } from '../catalog/entry.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { BY_HAND_FOLDER, ROUTE_PATH } from '../catalog/folders.ts';

/**
 * When a function runs: while the server serves, or while it starts or stops. Functions that only a lifecycle hook
 * calls do no work for a request. By default, only the code in the hook itself counts.
 */
export type Phase = 'serving' | 'startup';

export function phaseOf(kind: HandlerKind): Phase {
  return kind === 'lifecycle' ? 'startup' : 'serving';
}

/**
 * Whether a server runs a file, judged by its path in the package. Examples, and scripts that people run, don't count.
 */
export function isServing(path: string, { workspace }: Evaluation): boolean {
  const place = workspace.packages.placeOf(path);
  const found = BY_HAND_FOLDER.exec(place);
  if (found === null) return true;
  const route = ROUTE_PATH.exec(place);
  return route !== null && route.index <= found.index;
}
