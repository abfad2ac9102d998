import type { Entry } from '../catalog/entry.ts';
import { CALL } from '../values/value.ts';

/** An object that handlers are registered on: its catalog entry, and its name in that entry. */
export interface ReceiverMatch {
  readonly entry: Entry;
  readonly receiver: string;
}

/** The receivers that a path leads to from others, through their properties and the results of their methods. */
export function alongPath(path: readonly string[], from: readonly ReceiverMatch[]): readonly ReceiverMatch[] {
  let receivers = from;
  for (let at = 0; at < path.length && receivers.length > 0; at += 1) {
    const name = path[at] ?? '';
    if (path[at + 1] === CALL) {
      receivers = receivers.flatMap(({ entry, receiver }) => stepReceivers(entry, receiver, name));
      at += 1;
    } else
      receivers = receivers.filter(
        ({ entry, receiver }) => entry.receivers?.[receiver]?.through?.includes(name) === true,
      );
  }
  return receivers;
}

/** The receivers that the result of a method is. */
export function stepReceivers(entry: Entry, receiver: string, method: string | undefined): ReceiverMatch[] {
  for (const [name, { from }] of Object.entries(entry.receivers ?? {})) {
    if (from?.receiver === receiver && from.method === method) return [{ entry, receiver: name }];
  }
  return entry.receivers?.[receiver]?.chains === true ? [{ entry, receiver }] : [];
}
