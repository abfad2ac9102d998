import { types } from 'node:util';
import { promiseHooks } from 'node:v8';
import type { Sites } from './sites.ts';
import type { Note, Unit } from './unit.ts';
import { clock } from './clock.ts';
import { DueUnits } from './due.ts';
import { FrameReader } from './frames.ts';
import { judge } from './judge.ts';
import { Losses } from './losses.ts';
import { NewestChained } from './newest-chained.ts';
import { isRegistered } from './registered.ts';
import { Resolved } from './resolved.ts';
import { Sources } from './source-map.ts';
import { stateOf } from './state.ts';
import type { Trace } from './trace.ts';
import { traceAbove } from './trace.ts';
import { Units } from './units.ts';

/** How long notes from after the end of a unit are kept, to explain later ones. */
const TOLD_FOR_MS = 2000;

/** Watches one thread from its construction on. */
export class Detector {
  readonly units = new Units();
  readonly #graceMs: number;
  readonly #notes = new WeakMap<Promise<unknown>, Note>();
  readonly #losses = new Losses();
  readonly #reader = new FrameReader(new Sources());
  readonly #due: DueUnits;
  readonly #results = new WeakMap<Promise<unknown>, () => void>();
  readonly #resolved = new Resolved((promise, state, at) => {
    this.#ended(promise, state, at);
  });
  readonly #newest = new NewestChained(this.#reader, (note, waiter) => {
    this.#wait(note, waiter);
  });

  /** @param graceMs - a promise that settles this soon after its unit did not outlive it */
  constructor(graceMs: number) {
    this.#graceMs = graceMs;
    this.#due = new DueUnits(graceMs, (unit, until) => {
      this.#look(unit, until);
    });
    promiseHooks.createHook({
      init: this.#hookOfInit(),
      settled: (promise) => {
        this.#settled(promise);
      },
    });
  }

  get sites(): Sites {
    return this.#losses.sites;
  }

  /** Whether all units have ended and been judged. */
  get isQuiet(): boolean {
    return this.units.open.size === 0 && this.#due.isEmpty;
  }

  /** Calls `listener` at each change, until the returned function is called. */
  listen(listener: () => void): () => void {
    return this.#losses.listen(listener);
  }

  /** Runs a unit that ends when the result of `run` has settled. */
  run<Result>(unit: Unit, run: () => Result): Result {
    let result: Result;
    try {
      result = this.units.run(unit, run);
    } catch (error) {
      this.end(unit);
      throw error;
    }
    if (types.isPromise(result)) {
      const note = this.#notes.get(result);
      if (note?.unit === unit) note.isOwned = true;
      if (stateOf(result) === 'pending') {
        this.#results.set(result, () => {
          this.end(unit);
        });
        return result;
      }
    }
    this.end(unit);
    return result;
  }

  end(unit: Unit): void {
    if (unit.endedAt !== undefined) return;
    this.units.end(unit);
    this.#due.add(unit);
  }

  /** Leaves a unit unjudged, because it is unknown what should have been over. */
  forget(unit: Unit): void {
    this.units.end(unit);
    unit.isForgotten = true;
    unit.notes = [];
    this.#losses.notify();
  }

  /** Judges at once everything that has ended, as at the exit of the process. */
  flush(): void {
    this.#newest.decide();
    this.#resolved.flush();
    this.#due.flush();
  }

  /** Records the unhandled rejections of units that still run; to be called when the process exits. */
  flushRunning(): void {
    for (const unit of this.units.open)
      for (const launch of judge(unit, this.#graceMs, this.#reader).unhandled) this.sites.reject(launch);
  }

  #hookOfInit(): (promise: Promise<unknown>, parent: Promise<unknown>) => void {
    const init = (promise: Promise<unknown>, parent: Promise<unknown> | undefined): void => {
      const unit = this.units.current;
      const known = parent === undefined ? undefined : this.#notes.get(parent);
      this.#newest.decide(known);
      if (unit === undefined || unit.isForgotten) {
        // Code outside of all units may wait for it, too.
        if (known !== undefined && known.waiter === undefined) this.#wait(known, {});
        return;
      }
      const trace = traceAbove(init);
      const note: Note = {
        unit,
        trace,
        isChained: parent !== undefined,
        parent: known?.trace,
        waiter: undefined,
        ended: undefined,
        endedAt: 0,
        madeAt: unit.endedAt === undefined ? 0 : clock.now(),
        isOwned: parent !== undefined && isRegistered(parent),
      };
      this.#notes.set(promise, note);
      unit.add(note);
      if (known !== undefined && known.waiter === undefined) this.#newest.set(note, known);
      if (unit.endedAt !== undefined) this.#due.add(unit);
    };
    return init;
  }

  /**
   * A consumer that arrives later withdraws the loss: `const a = x(), b = y(); await a; await b`. Its own promise is
   * judged separately.
   */
  #wait(note: Note, waiter: Trace): void {
    note.waiter = waiter;
    if (note.ended === undefined) this.#losses.withdraw(note);
  }

  /** The promise may have been resolved with another that is still pending, so its state isn't known yet. */
  #settled(promise: Promise<unknown>): void {
    const note = this.#notes.get(promise);
    // A promise that wraps a value settles before the next one is created.
    if (!this.#newest.is(note)) this.#newest.decide();
    if (note !== undefined && note.waiter === undefined) {
      note.ended = new WeakRef(promise);
      if (note.unit.endedAt !== undefined) note.endedAt = clock.now();
    }
    if ((note !== undefined && this.#losses.has(note)) || this.#results.has(promise)) this.#resolved.add(promise);
  }

  #ended(promise: Promise<unknown>, state: 'fulfilled' | 'rejected', at: number): void {
    this.#newest.decide();
    this.#results.get(promise)?.();
    this.#results.delete(promise);
    const note = this.#notes.get(promise);
    if (note === undefined) return;
    const how = state === 'fulfilled' ? 'settled' : note.waiter === undefined ? 'rejected' : 'handled';
    this.#losses.end(note, how, at);
  }

  /** @param until - notes created later, after the end of their unit, are judged another time */
  #look(unit: Unit, until: number): void {
    this.#newest.decide();
    const since = unit.endedAt ?? clock.now();
    const young = unit.notes.filter(({ madeAt }) => madeAt > until);
    unit.notes = unit.notes.filter(({ madeAt }) => madeAt <= until);
    const { lost, unhandled } = judge(unit, this.#graceMs, this.#reader, young);
    // A package may create two promises for one call long after each other, because it loads code in between. Next
    // time, the notes with a waiter show that the call's own promise was not lost.
    const told = unit.notes.filter(({ waiter, madeAt }) => waiter !== undefined && madeAt > until - TOLD_FOR_MS);
    unit.notes = young.length === 0 ? [] : [...told, ...young];
    this.#due.add(unit);
    for (const launch of unhandled) this.sites.reject(launch);
    for (const candidate of lost) this.#losses.record(candidate, unit, since);
    this.#losses.notify();
  }
}
