import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { FunctionValue } from '../values/value.ts';
import type { Launch } from './launch.ts';
import { isFunction } from '../syntax/function.ts';

/** How many levels of functions are searched to find whether what an async function awaits settles at once. */
const DEEPEST = 4;

/** The answer for a function whose code shows that its promise needs no owner. `from` is the file that asks. */
type QuietOf<Asked> = (asked: Asked, from: Source) => Launch | undefined;

/**
 * Asks `judge` about the functions behind a value, and keeps its answers. A function without code has none. For methods
 * of several classes, the code of each must show it.
 *
 * @param judge - may ask again, about what a function awaits
 */
export function quietFunctions(
  judge: (fn: FunctionNode, source: Source, from: Source) => Launch | undefined,
): QuietOf<FunctionValue> {
  const answers = new Map<Node, Launch | undefined>();
  /** The number of functions being searched, each because the one before awaits its result. */
  let depth = 0;

  return ({ node, source, types }, from) => {
    if (types === undefined) return quietFunction({ node, source }, from);
    const quiet = types.map((type) => quietFunction(type, from));
    return quiet.includes(undefined) ? undefined : quiet[0];
  };

  function quietFunction({ node, source }: { node: Node; source: Source }, from: Source): Launch | undefined {
    if (!isFunction(node)) return undefined;
    if (answers.has(node)) return answers.get(node);
    if (depth >= DEEPEST) return undefined;
    depth += 1;
    try {
      const launch = judge(node, source, from);
      // An answer that was cut short further in is not kept.
      if (launch !== undefined || depth === 1) answers.set(node, launch);
      return launch;
    } finally {
      depth -= 1;
    }
  }
}
