import { AsyncLocalStorage } from 'node:async_hooks';
import { channel } from 'node:diagnostics_channel';
import { types } from 'node:util';
import { promiseHooks } from 'node:v8';
import type { Loss } from './sites.ts';
import type { Note, Unit } from './unit.ts';
import { clock } from './clock.ts';
import { DueUnits } from './due.ts';
import { FrameReader } from './frames.ts';
import { judge } from './judge.ts';
import { NewestChained } from './newest-chained.ts';
import { Sites } from './sites.ts';
import { Sources } from './source-map.ts';
import { stateOf } from './state.ts';
import type { Trace } from './trace.ts';
import { traceAbove } from './trace.ts';

/** How long notes from after the end of a unit are kept, to explain later ones. */
const TOLD_FOR_MS = 2000;

/** The helper's registry: a promise in it has an owner. */
const REGISTRY = Symbol.for('fire-task@1');
type Registry = { readonly sources?: WeakMap<object, unknown> } | undefined;

/** Watches one thread from its construction on. */
export class Detector {
  readonly sites = new Sites();
  /** How many units have begun. */
  begun = 0;
  readonly #graceMs: number;
  readonly #units = new AsyncLocalStorage<Unit>();
  readonly #notes = new WeakMap<Promise<unknown>, Note>();
  readonly #losses = new WeakMap<Note, Loss>();
  readonly #reader = new FrameReader(new Sources());
  readonly #open = new Set<Unit>();
  readonly #due: DueUnits;
  readonly #results = new WeakMap<Promise<unknown>, () => void>();
  readonly #collected = new FinalizationRegistry<Loss>((loss) => {
    this.#changed(() => {
      this.sites.end(loss, 'collected', clock.now());
    });
  });
  #ended: { readonly promise: Promise<unknown>; readonly at: number }[] = [];
  readonly #listeners = new Set<() => void>();
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

  /** How many units have not ended. */
  get running(): number {
    return this.#open.size;
  }

  /** Whether all units have ended and been judged. */
  get isQuiet(): boolean {
    return this.#open.size === 0 && this.#due.isEmpty;
  }

  /** Calls `listener` at each change, until the returned function is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Begins a unit for everything that the current code starts. */
  enter(unit: Unit): void {
    this.#begin(unit);
    this.#units.enterWith(unit);
  }

  /** Begins a unit for what a channel of Node's runs with a message; `unitOf` may leave it in the current unit. */
  enterAt(name: string, unitOf: (message: unknown) => Unit | undefined): void {
    const runs = channel(name);
    // Before Node 18.19, nothing can be bound to it.
    if ((runs.bindStore as unknown) === undefined) return;
    runs.bindStore(this.#units, (message) => {
      const unit = unitOf(message);
      if (unit !== undefined) this.#begin(unit);
      return unit ?? this.#units.getStore();
    });
  }

  /** Runs a unit that ends when the result of `run` has settled. */
  run<Result>(unit: Unit, run: () => Result): Result {
    this.#begin(unit);
    let result: Result;
    try {
      result = this.#units.run(unit, run);
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
    unit.endedAt = clock.now();
    this.#open.delete(unit);
    this.#due.add(unit);
  }

  /** Leaves a unit unjudged, because it is unknown what should have been over. */
  forget(unit: Unit): void {
    unit.endedAt ??= clock.now();
    unit.isForgotten = true;
    unit.notes = [];
    this.#open.delete(unit);
    this.#changed(() => undefined);
  }

  /** Judges at once everything that has ended, as at the exit of the process. */
  flush(): void {
    this.#settleEnded();
    this.#due.flush();
  }

  /** Records the unhandled rejections of units that still run; to be called when the process exits. */
  flushRunning(): void {
    for (const unit of this.#open)
      for (const launch of judge(unit, this.#graceMs, this.#reader).unhandled) this.sites.reject(launch);
  }

  #begin(unit: Unit): void {
    this.begun += 1;
    this.#open.add(unit);
  }

  #hookOfInit(): (promise: Promise<unknown>, parent: Promise<unknown>) => void {
    const init = (promise: Promise<unknown>, parent: Promise<unknown> | undefined): void => {
      const unit = this.#units.getStore();
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
    const loss = note.ended === undefined ? this.#losses.get(note) : undefined;
    if (loss === undefined) return;
    this.#losses.delete(note);
    this.#collected.unregister(note);
    this.#changed(() => {
      this.sites.takeBack(loss);
    });
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
    if ((note !== undefined && this.#losses.has(note)) || this.#results.has(promise)) {
      if (this.#ended.length === 0)
        clock.soon(() => {
          this.#settleEnded();
        });
      this.#ended.push({ promise, at: clock.now() });
    }
  }

  #settleEnded(): void {
    this.#newest.decide();
    const ended = this.#ended;
    this.#ended = [];
    for (const { promise, at } of ended) {
      const state = stateOf(promise);
      if (state === 'pending') continue;
      this.#results.get(promise)?.();
      this.#results.delete(promise);
      const note = this.#notes.get(promise);
      const loss = note === undefined ? undefined : this.#losses.get(note);
      if (note === undefined || loss === undefined) continue;
      const how = state === 'fulfilled' ? 'settled' : note.waiter === undefined ? 'rejected' : 'handled';
      this.#collected.unregister(note);
      this.#changed(() => {
        this.sites.end(loss, how, at);
      });
    }
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
    const { name } = unit;
    for (const { note, launch, state } of lost) {
      const loss = this.sites.lose(launch, name, since);
      if (loss === undefined) continue;
      if (state !== 'pending') {
        this.sites.end(loss, state === 'rejected' ? 'rejected' : 'settled', note.endedAt);
        continue;
      }
      this.#losses.set(note, loss);
      this.#collected.register(note, loss, note);
    }
    this.#changed(() => undefined);
  }

  #changed(change: () => void): void {
    change();
    for (const listener of [...this.#listeners]) listener();
  }
}

function isRegistered(promise: Promise<unknown>): boolean {
  const registry = (globalThis as Record<symbol, unknown>)[REGISTRY] as Registry;
  return registry?.sources?.has(promise) === true;
}
