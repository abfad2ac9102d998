import type { Frame } from './frames.ts';
import type { Position, Sources } from './source-map.ts';
import type { CallText } from './call-text.ts';
import { callAround, callAt } from './call-text.ts';
import { settlesPromiseAround } from './executor.ts';

/** Where user code launched something. */
export interface Launch {
  readonly position: Position;
  /** The function that launched it; empty if it has no name. */
  readonly within: string;
  /** What was launched, if it has a name. */
  readonly callee: string;
  /** The calls that lead there, innermost first; user code only. */
  readonly through: readonly Position[];
  /**
   * Who created the promise. A promise of a package or of Node may be internal, and unknown to the caller; a `direct`
   * one was returned to the caller.
   */
  readonly made: 'by user' | 'by library' | 'by library, direct' | 'by Node, on its way';
  /** How many calls of packages or Node are between the caller and the promise. The caller receives the nearest one. */
  readonly depth: number;
}

const SUBSCRIBES = /^(?:Promise\.)?(?:then|catch|finally)$/;
const THEN = /(?:^|\.)then$/;
const COMBINES = /^(?:(?:Function|Promise)\.)?(?:all|allSettled|any|race)$/;
const SERVERS = /^node:(?:_http_server|internal\/http2)/;

/**
 * The place that lost a promise for which nobody waits.
 *
 * @param frames - where it was created, innermost first
 * @param isChained - whether it was created from another promise: by `then`, or by an `await`, which creates its own
 * @returns undefined if user code launched nothing: what an `await` creates, what `Promise.all` does with its parts, a
 *   handler that its framework called, and what the helper creates for a task
 */
export function launchOf(frames: readonly Frame[], isChained: boolean, sources: Sources): Launch | undefined {
  const first = frames.findIndex(({ owner }) => owner !== 'builtin');
  if (first === -1) return undefined;
  const builtins = frames.slice(0, first).map(({ name }) => name);
  const subscribes = builtins.some((name) => SUBSCRIBES.test(name));
  if (isChained && (!subscribes || builtins.some((name) => COMBINES.test(name)))) return undefined;
  const maker = frames[first];
  if (maker?.isHelper === true) return undefined;
  if (maker?.owner !== 'user') return ofLibrary(frames, first, builtins.length === 0, sources);
  return ownedBy(frames, builtins.length > 0 ? first : callerOf(frames, first), first, 'by user', sources);
}

/** Whose code created a promise. */
export function makerOf(frames: readonly Frame[]): Frame['owner'] | undefined {
  return frames.find(({ owner }) => owner !== 'builtin')?.owner;
}

/** A promise that a package created: the nearest user code outside the package launched it. */
function ofLibrary(frames: readonly Frame[], first: number, isAsync: boolean, sources: Sources): Launch | undefined {
  const at = frames.findIndex(({ owner }, index) => index > first && owner === 'user');
  if (at === -1) return undefined;
  const between = frames.slice(first, at).filter(({ owner }) => owner !== 'builtin');
  const isNodes = between.length > 1 && between.every(({ owner }) => owner === 'node');
  const byLibrary = isAsync && between.length === 1 ? 'by library, direct' : 'by library';
  const launch = ownedBy(frames, at, at, isNodes ? 'by Node, on its way' : byLibrary, sources);
  return launch && { ...launch, depth: between.length };
}

/** What receives a function's return value: a frame, the runtime, which ignores it, or its framework. */
type Caller = number | 'runtime' | 'framework';

/** Who called the function at `index`. */
function callerOf(frames: readonly Frame[], index: number): Caller {
  const caller = frames.findIndex(({ owner }, at) => at > index && owner !== 'builtin');
  const frame = frames[caller];
  if (frame === undefined) return 'runtime';
  if (frame.owner === 'user') return caller;
  if (frame.owner === 'library') return 'framework';
  const beyond = frames.findIndex(
    ({ owner, position }, at) =>
      at > index && (owner === 'user' || owner === 'library' || SERVERS.test(position?.file ?? '')),
  );
  if (beyond === -1) return 'runtime';
  if (frames[beyond]?.owner === 'node') return 'framework';
  const between = frames.slice(caller, beyond);
  // A listener answers for what it launches; `storage.run(store, async () => …)` returns it to its caller.
  const isEvent = between.some(({ position }) => position?.file === 'node:events');
  return isEvent || frames[beyond]?.owner === 'library' ? 'runtime' : beyond;
}

/**
 * Goes outwards as long as the code passes on what it received.
 *
 * @param start - the frame with the call
 * @param inner - the frame of the called function, if it is user code; else the same
 */
function ownedBy(
  frames: readonly Frame[],
  start: Caller,
  inner: number,
  made: Launch['made'],
  sources: Sources,
): Launch | undefined {
  let from = inner;
  let at = start;
  let handedOn: CallText | undefined;
  for (;;) {
    if (at === 'framework') return undefined;
    const frame = frames[at === 'runtime' ? from : at];
    if (frame?.position === undefined) return undefined;
    // The language calls it for an `await`, and waits by the functions that it passes.
    if (at === 'runtime' && THEN.test(frame.name)) return undefined;
    const around = at === 'runtime' ? callAround(frame.position, sources) : undefined;
    // In `queueMicrotask(() => run(x))`, the arrow function returns the result of `run` to the runtime.
    const call = at === 'runtime' ? (around ?? handedOn) : callAt(frame.position, sources);
    if (at !== 'runtime' && call?.isHandedOn === true) {
      handedOn = call;
      from = at;
      at = callerOf(frames, at);
      continue;
    }
    if (call !== undefined && settlesPromiseAround(call.position, sources)) return undefined;
    const outwards = frames.slice((at === 'runtime' ? from : at) + 1);
    return {
      position: call?.position ?? frame.position,
      within: frame.name,
      callee: call?.callee ?? (at === 'runtime' ? frame.name : (frames[from]?.name ?? '')),
      through: outwards.flatMap(({ owner, position }) =>
        owner === 'user' && position !== undefined ? [position] : [],
      ),
      made,
      depth: 0,
    };
  }
}
