import type { FrameReader } from './frames.ts';
import type { Launch } from './launch-site.ts';
import type { Trace } from './trace.ts';
import type { Note, Unit } from './unit.ts';
import { launchOf, makerOf } from './launch-site.ts';
import { stateOf } from './state.ts';
import { isOfTest } from './test-code.ts';

export interface Verdict {
  /** Including those that have settled by now. */
  readonly lost: readonly Candidate[];
  /** Rejected, without a handler for it. */
  readonly unhandled: readonly Launch[];
}

type State = 'pending' | 'fulfilled' | 'rejected';

/** Calls by which a handler passes control to its framework. The handler doesn't launch what follows. */
const GIVES_CONTROL = /(?:^|\.)(?:next|done|emit)$/;

/** A promise that may be lost. */
export interface Candidate {
  readonly note: Note;
  readonly state: State;
  readonly launch: Launch;
}

/**
 * Finds the promises of a unit that user code launched and nobody waits for: those that outlived the unit, and those
 * that were rejected.
 *
 * @param young - notes of the unit that are judged later, but already show what belongs to the same call
 */
export function judge(unit: Unit, graceMs: number, reader: FrameReader, young: readonly Note[] = []): Verdict {
  /** Whether it settled only after the grace period of its unit. This may be asked much later. */
  const isLate = (note: Note): boolean =>
    note.endedAt > 0 && note.endedAt - Math.max(unit.endedAt ?? Infinity, note.madeAt) > graceMs;

  /** Whether a package only observes a promise that user code gave it, as a router does with a handler's. */
  const isFollowed = ({ trace, parent }: Note): boolean =>
    parent !== undefined &&
    makerOf(reader.framesOf(parent)) === 'user' &&
    makerOf(reader.framesOf(trace)) === 'library';

  /**
   * Whether it belongs to a test instead of the request. If a listener inside of a request calls a runner's `done`, all
   * later tests run in the context of that request.
   */
  const isOfLaterTest = ({ trace, madeAt }: Note): boolean => madeAt > 0 && isOfTest(reader.framesOf(trace));

  const launches = new Map<Note, Launch | undefined>();
  const launchOfNote = (note: Note): Launch | undefined => {
    if (!launches.has(note)) {
      const frames = reader.framesOf(note.trace);
      const isOthers = isFollowed(note) || isOfLaterTest(note);
      launches.set(note, isOthers ? undefined : launchOf(frames, note.isChained, reader.sources));
    }
    return launches.get(note);
  };
  const candidates = unit.notes.flatMap((note): Candidate[] => {
    if (note.waiter !== undefined || note.isOwned) return [];
    const state = stateOfNote(note);
    if (state === 'fulfilled' && !isLate(note)) return [];
    const launch = launchOfNote(note);
    return launch === undefined ? [] : [{ note, state, launch }];
  });
  const ofUser = candidates.filter(({ launch }) => launch.made === 'by user');
  const places = new Set(ofUser.map(({ launch }) => placeOf(launch)));
  const ofLibraries = new Map<string, Candidate>();
  const givenFirst = candidates.sort((a, b) => rank(a.launch) - rank(b.launch));
  for (const candidate of givenFirst) {
    const place = placeOf(candidate.launch);
    // However many promises a package creates for one call, the caller lost one.
    if (
      candidate.launch.made !== 'by user' &&
      !GIVES_CONTROL.test(candidate.launch.callee) &&
      !places.has(place) &&
      !ofLibraries.has(place) &&
      isLost(place, candidate)
    )
      ofLibraries.set(place, candidate);
  }

  /**
   * Whether nobody waits for what a call into a package returned; false if that can't be told from internal promises.
   */
  function isLost(place: string, candidate: Candidate): boolean {
    if (unit.isPartial) return false;
    const made = [...unit.notes, ...young].filter((note) => {
      const launch = launchOfNote(note);
      return launch !== undefined && launch.made !== 'by user' && placeOf(launch) === place;
    });
    // Node creates dozens of promises internally, for a fetch for example. The caller receives the one nearest to its
    // call.
    if (candidate.launch.made === 'by Node, on its way') {
      const nearest = Math.min(...made.map((note) => launchOfNote(note)?.depth ?? Infinity));
      const given = made.filter((note) => launchOfNote(note)?.depth === nearest);
      return candidate.launch.depth === nearest && given.every(isLeftAlone);
    }
    const given = made.filter((note) => launchOfNote(note)?.made === 'by library, direct');
    if (given.length > 0)
      return given.some((note) => note.waiter === undefined && (stateOfNote(note) !== 'fulfilled' || isLate(note)));
    return made.every(isLeftAlone);

    function isLeftAlone({ waiter }: Note): boolean {
      return waiter === undefined || isWithinCall(waiter, place);
    }
  }

  /** Whether a package waits for it while the call still runs, so that this is internal to the package. */
  function isWithinCall(waiter: Trace, place: string): boolean {
    const launch = launchOf(reader.framesOf(waiter), false, reader.sources);
    return launch !== undefined && launch.made !== 'by user' && placeOf(launch) === place;
  }

  const judged = [...ofUser, ...ofLibraries.values()];
  return {
    lost: judged.filter(({ note, state }) => state === 'pending' || isLate(note)),
    unhandled: judged.filter(({ note, state }) => state === 'rejected' && !isLate(note)).map(({ launch }) => launch),
  };
}

function stateOfNote({ ended }: Note): State {
  if (ended === undefined) return 'pending';
  const promise = ended.deref();
  return promise === undefined ? 'fulfilled' : stateOf(promise);
}

function placeOf({ position }: Launch): string {
  return `${position.file}:${position.line}:${position.column}`;
}

/** Promises that a caller received come before those that may be internal to a package. */
function rank({ made }: Launch): number {
  return made === 'by library' ? 1 : 0;
}
