import { AsyncLocalStorage } from 'node:async_hooks';
import { channel } from 'node:diagnostics_channel';
import type { Unit } from './unit.ts';
import { clock } from './clock.ts';

/** The units of a thread that have begun: which of them the current code belongs to, and which have not ended. */
export class Units {
  /** How many have begun. */
  begun = 0;
  readonly #open = new Set<Unit>();
  readonly #current = new AsyncLocalStorage<Unit>();

  /** The units that have not ended. */
  get open(): ReadonlySet<Unit> {
    return this.#open;
  }

  get current(): Unit | undefined {
    return this.#current.getStore();
  }

  /** Begins a unit for everything that the current code starts. */
  enter(unit: Unit): void {
    this.#begin(unit);
    this.#current.enterWith(unit);
  }

  /** Begins a unit for what a channel of Node's runs with a message; `unitOf` may leave it in the current unit. */
  enterAt(name: string, unitOf: (message: unknown) => Unit | undefined): void {
    const runs = channel(name);
    // Before Node 18.19, nothing can be bound to it.
    if ((runs.bindStore as unknown) === undefined) return;
    runs.bindStore(this.#current, (message) => {
      const unit = unitOf(message);
      if (unit !== undefined) this.#begin(unit);
      return unit ?? this.current;
    });
  }

  /** Begins a unit for everything that `run` starts. */
  run<Result>(unit: Unit, run: () => Result): Result {
    this.#begin(unit);
    return this.#current.run(unit, run);
  }

  end(unit: Unit): void {
    unit.endedAt ??= clock.now();
    this.#open.delete(unit);
  }

  #begin(unit: Unit): void {
    this.begun += 1;
    this.#open.add(unit);
  }
}
