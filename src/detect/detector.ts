import { AsyncLocalStorage } from 'node:async_hooks';
import { types } from 'node:util';
import { promiseHooks } from 'node:v8';
import type { Loss } from './sites.ts';
import type { Note, Unit } from './unit.ts';
import { clock } from './clock.ts';
import { FrameReader } from './frames.ts';
import { judge } from './judge.ts';
import { Sites } from './sites.ts';
import { Sources } from './source-map.ts';
import { stateOf } from './state.ts';
import type { Trace } from './trace.ts';
import { traceAbove } from './trace.ts';

/** How long what was made after the end of a unit is kept to explain what is made later. */
const TOLD_FOR_MS = 2000;

/** The registry of the helper: what it holds has an owner. */
const REGISTRY = Symbol.for('fire-task@1');
type Registry = { readonly sources?: WeakMap<object, unknown> } | undefined;

/** Watches one thread from its making on. */
export class Detector {
  readonly sites = new Sites();
  /** Units that were begun. */
  begun = 0;
  readonly #graceMs: number;
  readonly #units = new AsyncLocalStorage<Unit>();
  readonly #notes = new WeakMap<Promise<unknown>, Note>();
  readonly #losses = new WeakMap<Note, Loss>();
  readonly #reader = new FrameReader(new Sources());
  readonly #open = new Set<Unit>();
  /** Units to be looked at, in the order of their turn. */
  readonly #waiting = new Map<Unit, number>();
  readonly #results = new WeakMap<Promise<unknown>, () => void>();
  readonly #collected = new FinalizationRegistry<Loss>((loss) => {
    this.#changed(() => {
      this.sites.end(loss, 'collected', clock.now());
    });
  });
  /** Whether somebody is to look at what waits. */
  #isTimed = false;
  #ended: { readonly promise: Promise<unknown>; readonly at: number }[] = [];
  readonly #listeners = new Set<() => void>();

  /** @param graceMs - what settles so soon after its unit did not outlive it */
  constructor(graceMs: number) {
    this.#graceMs = graceMs;
    promiseHooks.createHook({
      init: this.#hookOfInit(),
      settled: (promise) => {
        this.#settled(promise);
      },
    });
  }

  /** Units that have not ended. */
  get running(): number {
    return this.#open.size;
  }

  /** Whether all units have ended and been looked at. */
  get isQuiet(): boolean {
    return this.#open.size === 0 && this.#waiting.size === 0;
  }

  /** Calls `listener` at each change, until what it returns is called. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Begins a unit for all that comes of the code that now runs. */
  enter(unit: Unit): void {
    this.#begin(unit);
    this.#units.enterWith(unit);
  }

  /** Runs a unit that is over when what `run` gives has settled. */
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
    this.#schedule(unit);
  }

  /** Leaves a unit unjudged: nobody can say of it what was to be over. */
  forget(unit: Unit): void {
    unit.endedAt ??= clock.now();
    unit.isForgotten = true;
    unit.notes = [];
    this.#open.delete(unit);
    this.#changed(() => undefined);
  }

  /** Looks at once at all that has ended, as at the exit of the process. */
  flush(): void {
    this.#settleEnded();
    for (const unit of [...this.#waiting.keys()]) this.#look(unit, Infinity);
  }

  /** Rejections that nobody handled, of units that still run; to be asked when the process exits. */
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
      if (unit === undefined || unit.isForgotten) {
        // Who waits from outside waits, too.
        if (known !== undefined && known.waiter === undefined) this.#wait(known, {});
        return;
      }
      const trace = traceAbove(init);
      if (known !== undefined && known.waiter === undefined) this.#wait(known, trace);
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
      if (unit.endedAt !== undefined) this.#schedule(unit);
    };
    return init;
  }

  /** Who comes later takes a loss back: `const a = x(), b = y(); await a; await b`. What waits is judged itself. */
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

  /** Whether a promise has settled cannot be told yet: it may have been resolved with one that is pending. */
  #settled(promise: Promise<unknown>): void {
    const note = this.#notes.get(promise);
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

  #schedule(unit: Unit): void {
    if (unit.notes.length === 0 || this.#waiting.has(unit)) return;
    this.#waiting.set(unit, clock.now() + this.#graceMs);
    if (!this.#isTimed) this.#lookIn(this.#graceMs);
  }

  #lookIn(ms: number): void {
    this.#isTimed = true;
    clock.after(ms, () => {
      this.#lookAtDue();
    });
  }

  #lookAtDue(): void {
    this.#isTimed = false;
    const now = clock.now();
    for (const [unit, due] of this.#waiting) {
      if (due > now) {
        this.#lookIn(due - now);
        return;
      }
      this.#look(unit, now - this.#graceMs);
    }
  }

  /** @param until - what was made later, after its unit had ended, is looked at another time */
  #look(unit: Unit, until: number): void {
    this.#waiting.delete(unit);
    const since = unit.endedAt ?? clock.now();
    const young = unit.notes.filter(({ madeAt }) => madeAt > until);
    unit.notes = unit.notes.filter(({ madeAt }) => madeAt <= until);
    const { lost, unhandled } = judge(unit, this.#graceMs, this.#reader, young);
    // Of one call, a package may have made one promise long before another, as it loaded itself in between: what is
    // waited for tells, the next time, that the call's own was not lost.
    const told = unit.notes.filter(({ waiter, madeAt }) => waiter !== undefined && madeAt > until - TOLD_FOR_MS);
    unit.notes = young.length === 0 ? [] : [...told, ...young];
    this.#schedule(unit);
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
