import type { Variable } from '../../syntax/scopes/scope.ts';
import type { FunctionNode } from '../../syntax/function.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { Context } from '../context.ts';
import { LOG_LEVELS } from '../../catalog/conventions.ts';
import {
  ARCHIVE_ENDS,
  ARCHIVE_FILLS,
  CONTROLLED_STREAMS,
  STREAM_ENDS,
  STREAM_FEEDS,
  STREAM_MAKERS,
  STREAM_WRITES,
} from '../../catalog/streams-and-events.ts';
import { definitionOf, isOfModule, variableOf, writesOf } from '../../syntax/binding.ts';
import { methodCall, propertyName } from '../../syntax/call.ts';
import { enclosingFunction, isFunction } from '../../syntax/function.ts';
import { contains } from '../../syntax/position.ts';
import { unwrap, wrapped } from '../../syntax/unwrap.ts';
import { walk } from '../../syntax/walk.ts';
import { receiverRoot } from './carriers.ts';
import { isAnswer } from './stream-answers.ts';

/**
 * Whether `body` writes the stream that is the answer: it ends a local variable that the function around it returns or
 * answers with, as in
 * `const stream = create(); (async () => { …; stream.done(); })(); return { output: stream.value };`,
 * or one made from it (`const writer = stream.writable.getWriter()`).
 */
export function feedsAnswer(body: Node, context: Context): boolean {
  return [...endedVariables(body, context)].some((variable) => isAnswerStream(variable, body, context));
}

/** Whether a call itself writes or ends the stream that is the answer: `writer.write(chunk)`. */
export function writesAnswer(call: Node, context: Context): boolean {
  const method = methodCall(call);
  const object = method === undefined ? undefined : unwrap(method.object);
  const variable = object?.type === 'Identifier' ? variableOf(object, context.source) : undefined;
  if (method === undefined || variable === undefined) return false;
  const writes = STREAM_WRITES.has(method.method) || (method.method === ARCHIVE_ENDS && isArchive(variable));
  return writes && isAnswerStream(variable, call, context);
}

function isArchive(variable: Variable): boolean {
  return hasMember(variable, ARCHIVE_FILLS);
}

/** `logger.error(…)` ends no stream. */
function isNoLogger(variable: Variable): boolean {
  return !/log(?:ger)?$/i.test(variable.name) && !hasMember(variable, LOG_LEVELS);
}

function hasMember(variable: Variable, names: ReadonlySet<string>): boolean {
  return variable.references.some(({ identifier }) => {
    const member = wrapped(identifier).parent;
    return (
      member?.type === 'MemberExpression' &&
      member.object === wrapped(identifier) &&
      names.has(propertyName(member) ?? '')
    );
  });
}

function isAnswerStream(variable: Variable, within: Node, context: Context): boolean {
  return (
    isController(variable) ||
    isWriter(variable) ||
    [variable, ...madeFrom(variable, context)].some((stream) =>
      stream.references.some(
        ({ identifier }) =>
          !contains(within, identifier) && isOfRequest(stream, identifier) && isAnswer(identifier, context),
      ),
    )
  );
}

/**
 * Whether a variable belongs to the request. A parameter of an outer function doesn't, such as `self` of a module's
 * factory.
 */
function isOfRequest(variable: Variable, use: Node): boolean {
  const definition = definitionOf(variable);
  return definition?.type !== 'Parameter' || enclosingFunction(use) === definition.node;
}

/** `controller` in `new ReadableStream({ start(controller) { … } })`: the reader of the stream waits for its end. */
function isController(variable: Variable): boolean {
  const definition = definitionOf(variable);
  const method = definition?.type === 'Parameter' ? wrapped(definition.node).parent : undefined;
  const call = method?.type === 'Property' ? wrapped(method.parent).parent : undefined;
  return (
    call?.type === 'NewExpression' && call.callee.type === 'Identifier' && CONTROLLED_STREAMS.has(call.callee.name)
  );
}

/** `send` in `eventStream(signal, (send) => { … })`: the answer lasts until the work that writes it is done. */
function isWriter(variable: Variable): boolean {
  const definition = definitionOf(variable);
  if (definition?.type !== 'Parameter') return false;
  const call = wrapped(definition.node).parent;
  if (call?.type !== 'CallExpression') return false;
  const name = methodCall(call)?.method ?? (call.callee.type === 'Identifier' ? call.callee.name : '');
  return STREAM_MAKERS.test(name);
}

/**
 * The variable at the root of a variable's initial value, with those declared together with it:
 * `const { readable, writable } = new TransformStream()`.
 */
function madeFrom(variable: Variable, { source }: Context): Variable[] {
  const [write, ...others] = writesOf(variable) ?? [];
  if (write === undefined || others.length > 0) return [];
  const node = receiverRoot(write);
  const origin = node.type === 'Identifier' && node !== write ? variableOf(node, source) : undefined;
  const definition = origin === undefined ? undefined : definitionOf(origin);
  if (origin === undefined || definition?.node.type !== 'VariableDeclarator')
    return origin === undefined ? [] : [origin];
  return origin.scope.variables.filter((beside) => definitionOf(beside)?.node === definition.node);
}

/** The streams that code ends or writes, directly or through local functions that it calls or passes by name. */
function endedVariables(body: Node, { source }: Context): Set<Variable> {
  const ended = new Set<Variable>();
  const seen = new Set<Node>([body]);
  const add = (name: Node, fits: (variable: Variable) => boolean = () => true): void => {
    const variable = name.type === 'Identifier' ? variableOf(name, source) : undefined;
    if (variable !== undefined && fits(variable)) ended.add(variable);
  };
  const look = (node: Node): void => {
    const named = node.type === 'Identifier' ? localFunction(node, source) : undefined;
    if (named !== undefined && !seen.has(named)) {
      seen.add(named);
      walk(named, look);
    }
    if (node.type !== 'CallExpression') return;
    const call = methodCall(node);
    const callee = unwrap(node.callee);
    if (STREAM_FEEDS.has(call?.method ?? (callee.type === 'Identifier' ? callee.name : '')))
      for (const argument of node.arguments) add(unwrap(argument));
    if (call !== undefined && STREAM_ENDS.has(call.method)) add(unwrap(call.object), isNoLogger);
    // Any call on a writer writes the stream.
    add(receiverRoot(callee), isWriter);
  };
  walk(body, look);
  return ended;
}

/** The local function that a name refers to; undefined for a function at module level. */
function localFunction(name: Node, source: Source): FunctionNode | undefined {
  const variable = variableOf(name, source);
  if (variable === undefined || isOfModule(variable)) return undefined;
  const node = definitionOf(variable)?.node;
  if (node?.type === 'FunctionDeclaration') return node;
  const init = node?.type === 'VariableDeclarator' && node.id === variable.identifiers[0] ? node.init : undefined;
  const fn = init == null ? undefined : unwrap(init);
  return isFunction(fn) ? fn : undefined;
}
