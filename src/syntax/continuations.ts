import type { Node } from './source.ts';
import { chainCall } from './call.ts';
import { isUndefined } from './literal.ts';
import { unwrap } from './unwrap.ts';

/** The callbacks of one link in a chain, undefined where there is none: `.then(ok, undefined)`, `.catch(null)`. */
export interface Continuations {
  /** Runs after success: the first of `then`, or that of `finally`, which runs in either case. */
  readonly next: Node | undefined;
  /** Runs after a failure and handles it: that of `catch`, or the second of `then`. */
  readonly failed: Node | undefined;
}

const NONE: Continuations = { next: undefined, failed: undefined };

/** The callbacks of `.then(…)`, `.catch(…)` or `.finally(…)`. */
export function continuationsOf(link: Node): Continuations {
  const chain = chainCall(link);
  if (chain === undefined) return NONE;
  const [first, second] = chain.call.arguments.map((given) => (isNothing(unwrap(given)) ? undefined : given));
  switch (chain.method) {
    case 'catch':
      return { next: undefined, failed: first };
    case 'finally':
      return { next: first, failed: undefined };
    case 'then':
      return { next: first, failed: second };
  }
}

/** What the links of a chain run after success, and after a failure. The callback of a `finally` is in both. */
export function outcomesOf(links: readonly Node[]): { success: Node[]; failure: Node[] } {
  const success: Node[] = [];
  const failure: Node[] = [];
  for (const link of links) {
    const { next, failed } = continuationsOf(link);
    if (next !== undefined) success.push(next);
    if (next !== undefined && chainCall(link)?.method === 'finally') failure.push(next);
    if (failed !== undefined) failure.push(failed);
  }
  return { success, failure };
}

/** Promises ignore an argument that isn't a function. */
function isNothing(node: Node): boolean {
  return node.type === 'Literal' || isUndefined(node);
}
