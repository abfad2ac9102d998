import type { Answers, Entry } from '../../catalog/entry.ts';
import type { FunctionNode } from '../../syntax/function.ts';
import type { Variable } from '../../syntax/scopes/scope.ts';
import type { Recursion } from '../../syntax/recursion.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import {
  CALLED_RESPONDER_NAMES,
  DEFAULT_ANSWERS,
  EXECUTORS,
  ERROR_NAMES,
  REQUEST_NAMES,
  RESPONDER_NAMES,
  RESPONSE_NAMES,
  STEP_NAMES,
} from '../../catalog/conventions.ts';
import { variableOf } from '../../syntax/binding.ts';
import { enclosingFunction, isInvokedInPlace, parameterTarget } from '../../syntax/function.ts';
import { KnownAnswers } from '../../syntax/recursion.ts';
import { isOfOtherType } from './other-type.ts';
import { callbacksOfRest } from './rest-callback.ts';

/** The last position in which a framework passes the response: `(err, req, res, next)`. */
const LAST_OF_RESPONSE = 2;

export interface Carriers {
  readonly known: KnownAnswers<true>;
  /** Created when first needed. */
  recursion?: Recursion<'carries'>;
}

/** What can answer the request, as seen from one place in a handler or in a function that a handler calls. */
export interface Responders {
  readonly source: Source;
  /** The response, `next`, the context, a callback. */
  readonly variables: ReadonlySet<Variable>;
  /** What the framework's response can do. */
  readonly answers: Answers;
  /**
   * Those of the variables that are a context, from which the framework answers once the handler's promise has settled.
   */
  readonly contexts: ReadonlySet<Variable>;
  /** The callbacks of executors around the place, such as `resolve`: they notify whoever awaits the new promise. */
  readonly settlers: ReadonlySet<Variable>;
  /** Whether local variables lead to a responder, for those asked about so far. */
  readonly carriers: Carriers;
}

/**
 * The variables with which the request can be answered at `node`: parameters of the functions around it, up to the
 * handler.
 *
 * @param entryOf - the framework of a function that is a handler; undefined for any other function
 * @param isJob - whether a function is the handler of a job, which answers nobody but the queue or the scheduler
 */
export function respondersAt(
  node: Node,
  source: Source,
  evaluation: Evaluation,
  entryOf: (fn: FunctionNode) => Entry | undefined,
  isJob: (fn: FunctionNode) => boolean,
): Responders {
  const variables = new Set<Variable>();
  const settlers = new Set<Variable>();
  const contexts = new Set<Variable>();
  let answers = DEFAULT_ANSWERS;
  for (let fn = enclosingFunction(node); fn !== undefined; fn = enclosingFunction(fn)) {
    const entry = entryOf(fn);
    const parameters = respondingParameters(fn, entry, source, evaluation);
    for (const parameter of parameters) {
      const variable = variableOf(parameter, source);
      if (variable === undefined) continue;
      variables.add(variable);
      if (isExecutor(fn)) settlers.add(variable);
      // A handler known only by its shape may belong to a server that can answer at any time.
      if (entry?.answers?.assigns !== undefined && entry.packages.length > 0) contexts.add(variable);
    }
    // If it is unknown how a handler answers, the search continues outwards.
    if (entry?.answers !== undefined) {
      // Of a framework that is answered by returning, a file may still have handlers that are given a response.
      const isGivenOne = entry.answers.parameters.length === 0 && parameters.length > 0;
      answers = isGivenOne ? DEFAULT_ANSWERS : entry.answers;
      break;
    }
    // `(callback) => new Cron('* * * * *', () => callback())`: the callback of the code around a job is its work.
    if (isJob(fn)) break;
  }
  return { source, variables, answers, contexts, settlers, carriers: { known: new KnownAnswers() } };
}

function respondingParameters(
  fn: FunctionNode,
  entry: Entry | undefined,
  source: Source,
  evaluation: Evaluation,
): Node[] {
  const targets = fn.params.map(parameterTarget);
  const answersByName = (target: Node): boolean =>
    target.type === 'Identifier' &&
    (RESPONDER_NAMES.test(target.name) ||
      ([CALLED_RESPONDER_NAMES, STEP_NAMES].some((names) => names.test(target.name)) && isCalled(target, source)));
  // Code that awaits the new promise gets its answer from resolve and reject.
  if (isExecutor(fn)) return targets;
  const { answers } = entry ?? {};
  if (answers === undefined || isHelper(targets))
    return [...targets.filter(answersByName), ...callbacksOfRest(fn, source)];
  if (answers.parameters.length === 0)
    return isNamed(targets[0], REQUEST_NAMES) ? targets.slice(1, 2).filter(isResponse) : [];
  const positions = answers.withError !== undefined && takesError(targets) ? answers.withError : answers.parameters;
  return positions
    .flatMap((position) => targets[position] ?? [])
    .filter((target) => !isOfOtherType(target, source, evaluation));
}

function isResponse(target: Node): boolean {
  return isNamed(target, RESPONSE_NAMES);
}

/**
 * `(jobId, req, teamId)`, `(app, id, data, res)`, `(client, req, event, data)`: a function whose parameters aren't in a
 * framework's order.
 */
function isHelper(parameters: readonly Node[]): boolean {
  if (parameters.slice(LAST_OF_RESPONSE + 1).some((target) => isNamed(target, RESPONSE_NAMES))) return true;
  const request = parameters.findIndex((target) => isNamed(target, REQUEST_NAMES));
  const takesFailure = isNamed(parameters[0], ERROR_NAMES) || isInErrorOrder(parameters);
  return request > (takesFailure ? 1 : 0);
}

/** `(exception, request, response, next)`, whatever the first is called. */
function isInErrorOrder({ length, [2]: response, [3]: next }: readonly Node[]): boolean {
  return length === 4 && (isNamed(response, RESPONSE_NAMES) || isNamed(next, RESPONDER_NAMES));
}

function isCalled(target: Node, source: Source): boolean {
  return variableOf(target, source)?.references.some(({ identifier }) => isInvokedInPlace(identifier)) ?? false;
}

/** Whether an argument or parameter is an identifier with one of the names. */
export function isNamed(target: Node | undefined, names: RegExp): boolean {
  return target?.type === 'Identifier' && names.test(target.name);
}

/** `(err, req, res, next)`, in contrast to `(req, res, next, id)` for a route parameter. */
function takesError(parameters: readonly Node[]): boolean {
  const [, , third] = parameters;
  return parameters.length === 4 && !(third?.type === 'Identifier' && third.name === 'next');
}

/**
 * The function passed to `new Promise`, even to a package's own `Promise`, or to `new Observable`, whose subscriber
 * receives results and failures.
 */
export function isExecutor(fn: FunctionNode): boolean {
  const { parent } = fn;
  return (
    parent.type === 'NewExpression' &&
    parent.callee.type === 'Identifier' &&
    EXECUTORS.has(parent.callee.name) &&
    parent.arguments[0] === fn
  );
}

/** Whether a function declares one of the responders. */
export function declaresResponder(fn: FunctionNode, { source, variables }: Responders): boolean {
  return fn.params.some((parameter) => {
    const variable = variableOf(parameterTarget(parameter), source);
    return variable !== undefined && variables.has(variable);
  });
}
