import type { Evaluation } from '../values/evaluation.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Bound, Setting } from './run.ts';
import type { Asked, FunctionPlace } from './wrapped-functions.ts';
import { definitionOf, variableOf } from '../syntax/binding.ts';
import { isFunction } from '../syntax/function.ts';
import { parameterNamed } from '../syntax/parameter.ts';
import { contains } from '../syntax/position.ts';
import { writesReaching } from '../syntax/reaching.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { argumentsGiven } from '../values/call-sites.ts';
import { boundTo } from './bound.ts';
import { innerCalls } from './handing-on.ts';
import { distinct, wrappedFunctions } from './wrapped-functions.ts';

export type { FunctionPlace } from './wrapped-functions.ts';

/**
 * The functions that an expression in handler position refers to: a function itself, the function behind a name, every
 * element of an array, every branch of a condition. For a wrapping call (`asyncHandler(fn)`, `wrap({ handler: fn })`),
 * the functions passed to it.
 *
 * @param setting - the run of the surrounding code. It tells what callers pass to a registering function. A function
 * that the registered one passes its request on to is then a handler too.
 */
export function functionsOf(
  expression: Node,
  source: Source,
  evaluation: Evaluation,
  setting?: Setting,
): FunctionPlace[] {
  return functionsIn(expression, { source, evaluation, setting, depth: 0, asksCallers: true });
}

function functionsIn(expression: Node, before: Asked): FunctionPlace[] {
  if (before.depth > 8) return [];
  const asked = { ...before, depth: before.depth + 1 };
  const { source } = asked;
  const node = unwrap(expression);
  if (isFunction(node)) return [{ node, source }, ...calledInside(node, asked)];
  switch (node.type) {
    case 'ArrayExpression':
      return node.elements.flatMap((element) => (element === null ? [] : functionsIn(element, asked)));
    case 'SpreadElement':
      return functionsIn(node.argument, asked);
    case 'ConditionalExpression':
      return [...functionsIn(node.consequent, asked), ...functionsIn(node.alternate, asked)];
    case 'LogicalExpression': {
      const bound = boundIn(node, asked);
      return bound === undefined
        ? [...functionsIn(node.left, asked), ...functionsIn(node.right, asked)]
        : boundFunctions(bound, asked);
    }
    case 'AssignmentExpression':
      return functionsIn(node.right, asked);
    case 'AwaitExpression':
      return functionsIn(node.argument, asked);
    case 'CallExpression':
      return wrappedFunctions(node, asked, functionsIn);
    case 'Identifier':
    case 'MemberExpression':
      return namedFunctions(node, asked);
    default:
      return [];
  }
}

function namedFunctions(node: TSESTree.Identifier | TSESTree.MemberExpression, asked: Asked): FunctionPlace[] {
  const { source, evaluation, asksCallers } = asked;
  const bound = boundIn(node, asked);
  const known = bound === undefined ? writtenFunctions(node, asked) : boundFunctions(bound, asked);
  if (known !== undefined)
    return known.length > 0 || node.type !== 'Identifier' || !isWrittenUnseen(node, asked)
      ? known
      : firstFunctions(node, asked);
  const place = evaluation.follow(node, source);
  const followed =
    place === undefined || place.node === node ? [] : functionsIn(place.node, { ...asked, ...at(place.source, asked) });
  // A parameter may lead to its type, which has no code.
  return followed.length > 0 || !asksCallers ? followed : givenFunctions(node, asked);
}

function boundIn(node: Node, { source, evaluation, setting, asksCallers }: Asked): Bound | undefined {
  return asksCallers && setting !== undefined ? boundTo(node, source, setting, evaluation) : undefined;
}

/** The run applies only to its own file. */
function at(source: Source, asked: Asked): Pick<Asked, 'source' | 'setting'> {
  return { source, setting: source === asked.source ? asked.setting : undefined };
}

function boundFunctions(bound: Bound, asked: Asked): FunctionPlace[] {
  switch (bound.kind) {
    case 'list':
      return bound.items.flatMap((item) => boundFunctions(item, asked));
    case 'either':
      return distinct(bound.values.flatMap((value) => boundFunctions(value, asked)));
    case 'written': {
      const { node, source, setting } = bound;
      return functionsIn(node, { ...asked, source, setting, asksCallers: true });
    }
    default:
      return [];
  }
}

/** With more writes than this, a name holds many unrelated values. */
const MOST_WRITES = 4;

/**
 * The functions that were last written to a reassigned name, if no run knows its value: `work = wrap(work)`. Undefined
 * if the name isn't reassigned, or has too many writes.
 */
function writtenFunctions(
  node: TSESTree.Identifier | TSESTree.MemberExpression,
  asked: Asked,
): FunctionPlace[] | undefined {
  if (node.type !== 'Identifier') return undefined;
  const { writes, isFirst, isWrittenAgain } = writesReaching(node, asked.source);
  if (!isWrittenAgain || writes.length > MOST_WRITES) return undefined;
  const written = writes.flatMap(({ assignment }) =>
    assignment === undefined || contains(assignment, node) ? [] : functionsIn(assignment, asked),
  );
  return distinct(isFirst ? [...firstFunctions(node, asked), ...written] : written);
}

/** Whether a call produces a name's value: `fns = fns.flat()`, `[path, fn] = norm(path, fn)`. */
function isWrittenUnseen(node: TSESTree.Identifier, { source }: Asked): boolean {
  return writesReaching(node, source).writes.some(
    ({ assignment }) => assignment === undefined || /^(?:Call|Await)Expression$/.test(unwrap(assignment.right).type),
  );
}

function firstFunctions(node: TSESTree.Identifier, asked: Asked): FunctionPlace[] {
  const variable = variableOf(node, asked.source);
  const [declared] = variable?.identifiers ?? [];
  const bound = declared === undefined || declared === node ? undefined : boundIn(declared, asked);
  if (bound !== undefined) return boundFunctions(bound, asked);
  const definition = variable === undefined ? undefined : definitionOf(variable)?.node;
  return definition?.type === 'VariableDeclarator'
    ? definition.init === null || contains(definition.init, node)
      ? []
      : functionsIn(definition.init, asked)
    : asked.asksCallers
      ? givenFunctions(node, asked)
      : [];
}

/**
 * The functions that a registered function calls, if callers passed them to the registering code: `work` in
 * `app.get(path, (req, res) => work(req, res))`.
 */
function calledInside(fn: FunctionNode, asked: Asked): FunctionPlace[] {
  const { source, setting, evaluation } = asked;
  if (setting === undefined) return [];
  return innerCalls(fn, source).flatMap(({ callee, isInPlace }) => {
    const bound = boundTo(callee, source, setting, evaluation);
    const found = bound === undefined ? [] : boundFunctions(bound, asked);
    return isInPlace ? found : found.map((place) => ({ ...place, isGivenOther: true as const }));
  });
}

/**
 * The functions that the user's calls pass to a function that registers its parameter: `process` in
 * `startWorker('mail', process)`, where `startWorker` creates the worker.
 */
function givenFunctions(name: Node, asked: Asked): FunctionPlace[] {
  const { source, evaluation } = asked;
  const parameter = parameterNamed(name, source);
  return parameter === undefined || parameter.index < 0
    ? []
    : argumentsGiven(parameter.fn, parameter.index, source, evaluation).flatMap((given) =>
        functionsIn(given.node, { ...asked, source: given.source, setting: undefined }),
      );
}
