import type { Node } from './source.ts';
import { chainCall } from './call.ts';
import { isUndefined } from './literal.ts';
import { unwrap } from './unwrap.ts';

/** What a link of a chain runs, each undefined where nothing is given: `.then(ok, undefined)`, `.catch(null)`. */
export interface Continuations {
  /** After success: of `then`, and of `finally`, which runs it in any case. */
  readonly next: Node | undefined;
  /** After a failure, which it takes: of `catch`, the second one of `then`. */
  readonly failed: Node | undefined;
}

const NONE: Continuations = { next: undefined, failed: undefined };

/** What `.then(…)`, `.catch(…)` or `.finally(…)` is given. */
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

/** What the links of a chain run after success, and after a failure; what a `finally` is given, after either. */
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

/** What is no function is passed over by a promise. */
function isNothing(node: Node): boolean {
  return node.type === 'Literal' || isUndefined(node);
}
