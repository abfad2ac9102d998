import { inspect } from 'node:util';

const STATE = /^[^{]*\{\s*<(pending|rejected)>/;

/**
 * The state of a promise, from Node's inspector: a `then` would count as a consumer, and would handle a rejection.
 */
export function stateOf(promise: Promise<unknown>): 'pending' | 'fulfilled' | 'rejected' {
  const text = inspect(promise, {
    depth: 0,
    customInspect: false,
    getters: false,
    maxArrayLength: 0,
    maxStringLength: 0,
    breakLength: Infinity,
    colors: false,
    showHidden: false,
  });
  const [, state] = STATE.exec(text) ?? [];
  return state === undefined ? 'fulfilled' : (state as 'pending' | 'rejected');
}
