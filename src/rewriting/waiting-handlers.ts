import type { Finding } from '../findings/finding.ts';
import type { FunctionPlace } from '../handlers/functions.ts';
import type { Package } from '../project/package.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { RewriteContext } from './context.ts';
import { functionsOf } from '../handlers/functions.ts';
import { innerCalls } from '../handlers/handing-on.ts';
import { registersItself } from '../helper/home.ts';
import { filesMentioning } from '../project/mentions.ts';
import { handlersRunning, idOf, keyOf } from '../reach/index.ts';
import { lastName, methodCall } from '../syntax/call.ts';
import { enclosingFunction } from '../syntax/function.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { perUnit } from '../values/per-evaluation.ts';

/** The helper's function whose handlers wait for their tasks. */
const WAITS = 'withTasks';

/**
 * Whether every handler that runs a launch waits for its tasks, on a platform that freezes the process after the
 * response. A task in a function that several handlers share is lost in the one that does not wait.
 */
export function allHandlersWait({ launch }: Finding, { source, evaluation }: RewriteContext): boolean {
  const fn = enclosingFunction(launch);
  if (fn === undefined) return false;
  const { groups, packages } = evaluation.workspace;
  // Most packages wrap nothing, and then their call graph need not be asked.
  const isWrapping = ({ root }: Package): boolean => filesMentioning(evaluation.workspace, root, WAITS).length > 0;
  if (!groups.of(source.path).packages.some(isWrapping)) return false;
  const frozen = handlersRunning(keyOf(fn, source), evaluation).filter(
    // What `withTasks` returns runs a handler, too, and waits.
    ({ key, handler }) =>
      handler.runtime !== undefined && !registersItself(evaluation.workspace.files.textAt(key.path) ?? ''),
  );
  return (
    frozen.length > 0 && frozen.every(({ key }) => waitingIn(packages.of(key.path).root, evaluation).has(idOf(key)))
  );
}

/** The ids of the functions in a package that a call of `withTasks(…)` wraps. */
const waitingIn = perUnit((root, evaluation): ReadonlySet<string> => {
  const { workspace } = evaluation;
  const ids = new Set<string>();
  for (const path of filesMentioning(workspace, root, WAITS)) {
    const source = workspace.files.sourceAt(path);
    if (source === undefined) continue;
    for (const call of outlineOf(source).calls) {
      const [wrapped] = call.type === 'CallExpression' && lastName(call) === WAITS ? call.arguments : [];
      const functions = wrapped === undefined ? [] : functionsWrapped(wrapped, source, evaluation);
      for (const each of [...functions, ...functions.flatMap((place) => givenToOuter(place, evaluation))])
        ids.add(idOf(keyOf(each.node, each.source)));
    }
  }
  return ids;
});

/**
 * What the callers of a wrapper pass, and the function in it calls: `save` of `waiting(save)` and `const waiting = (run)
 * => withTasks((event) => run(event))`.
 */
function givenToOuter({ node, source }: FunctionPlace, evaluation: Evaluation): FunctionPlace[] {
  return innerCalls(node, source).flatMap(({ callee }) => {
    const isParameter = evaluation.expression(callee, source)?.kind === 'parameter';
    return isParameter ? functionsOf(callee, source, evaluation) : [];
  });
}

/** The functions that an expression is, names or wraps, also at the start of a chain: `middy(run).use(cors())`. */
function functionsWrapped(expression: Node, source: Source, evaluation: Evaluation): FunctionPlace[] {
  const place = evaluation.follow(expression, source) ?? { node: expression, source };
  const chained = methodCall(unwrap(place.node))?.object;
  return [
    ...functionsOf(expression, source, evaluation),
    ...(chained === undefined ? [] : functionsWrapped(chained, place.source, evaluation)),
  ];
}
