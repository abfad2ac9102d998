import { clock } from './clock.ts';
import { stateOf } from './state.ts';

type Told = (promise: Promise<unknown>, state: 'fulfilled' | 'rejected', at: number) => void;

/**
 * Promises that were just resolved. One that was resolved with another promise may still be pending, so their states
 * are looked at in the next turn of the event loop.
 */
export class Resolved {
  #waiting: { readonly promise: Promise<unknown>; readonly at: number }[] = [];
  readonly #told: Told;

  /** @param told - called with each promise that has settled, and when it was resolved */
  constructor(told: Told) {
    this.#told = told;
  }

  add(promise: Promise<unknown>): void {
    if (this.#waiting.length === 0)
      clock.soon(() => {
        this.flush();
      });
    this.#waiting.push({ promise, at: clock.now() });
  }

  flush(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { promise, at } of waiting) {
      const state = stateOf(promise);
      if (state !== 'pending') this.#told(promise, state, at);
    }
  }
}
