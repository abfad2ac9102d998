import type { Finding } from '../findings/finding.ts';
import type { Package } from '../project/package.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Given } from '../values/call-sites.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { RewriteContext } from './context.ts';
import { registersItself } from '../helper/home.ts';
import { filesMentioning } from '../project/mentions.ts';
import { handlersRunning, idOf, keyOf } from '../reach/index.ts';
import { definitionOf, variableOf } from '../syntax/binding.ts';
import { lastName } from '../syntax/call.ts';
import { enclosingFunction, isFunction } from '../syntax/function.ts';
import { contains } from '../syntax/position.ts';
import { outlineOf, walk } from '../syntax/walk.ts';
import { argumentsGiven } from '../values/call-sites.ts';
import { functionOf } from '../values/function-of.ts';
import { perUnit } from '../values/per-evaluation.ts';

/** The helper's function whose handlers wait for their tasks. */
const WAITS = 'withTasks';
/** Wrappers of wrappers, and variables that hold what they return. */
const DEEPEST = 4;

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
      if (wrapped === undefined) continue;
      for (const { fn, source: home } of functionsIn({ node: wrapped, source }, evaluation))
        ids.add(idOf(keyOf(fn, home)));
    }
  }
  return ids;
});

interface Placed {
  readonly fn: FunctionNode;
  readonly source: Source;
}

/** The functions that an expression is, names, or wraps in other calls: `middy(run).use(cors())`. */
function functionsIn({ node: root, source }: Given, evaluation: Evaluation, depth = 0): Placed[] {
  if (depth > DEEPEST) return [];
  const found: Placed[] = [];
  walk(root, (node) => {
    if (isFunction(node)) {
      found.push({ fn: node, source });
      return;
    }
    if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return;
    const given = givenFor(node, root, source, evaluation);
    // What a wrapped function names otherwise, it only calls.
    const isInside = enclosingFunction(node) !== enclosingFunction(root);
    const named = isInside ? undefined : functionOf(node, source, evaluation);
    const held = isInside ? [] : heldBy(node, root, source);
    if (named !== undefined) found.push(named);
    for (const each of [...given, ...held]) found.push(...functionsIn(each, evaluation, depth + 1));
  });
  return found;
}

/** What the callers of a wrapper pass: `const waiting = (run) => withTasks(run)`, `waiting(save)`. */
function givenFor(node: Node, wrapped: Node, source: Source, evaluation: Evaluation): Given[] {
  const value = evaluation.expression(node, source);
  if (value?.kind !== 'parameter' || value.path.length > 0 || value.source.path !== source.path) return [];
  const isAround = contains(value.fn, wrapped) && !contains(wrapped, value.fn);
  return isAround ? argumentsGiven(value.fn, value.index, source, evaluation) : [];
}

/** `const handler = middy(run); export default withTasks(handler);` */
function heldBy(node: Node, wrapped: Node, source: Source): Given[] {
  const variable = variableOf(node, source);
  const declared = variable === undefined ? undefined : definitionOf(variable)?.node;
  if (declared?.type !== 'VariableDeclarator' || declared.init === null || contains(declared, wrapped)) return [];
  return [{ node: declared.init, source }];
}
