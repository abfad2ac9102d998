import type { Variable } from '../../syntax/scopes/scope.ts';
import type { Node } from '../../syntax/source.ts';
import type { Responders } from './responders.ts';
import { LISTENS } from '../../catalog/conventions.ts';
import { definitionOf, variableOf } from '../../syntax/binding.ts';
import { methodCall } from '../../syntax/call.ts';
import { isFunction, parameterTarget } from '../../syntax/function.ts';
import { unwrap, wrapped } from '../../syntax/unwrap.ts';
import { receiverRoot } from './carriers.ts';
import { settlesAround } from './executor.ts';

/**
 * `output.on('close', resolve); archive.pipe(output); archive.finalize();`: an event of what a call works on, or of
 * what that is piped into, fulfils the promise around it. Whoever awaits that promise waits for the work.
 */
export function isSettledByEvents(call: Node, responders: Responders): boolean {
  const [fulfil] = [...responders.settlers].filter(isFirstParameter);
  const worked = call.type === 'CallExpression' ? variableNamed(receiverRoot(call.callee), responders) : undefined;
  if (fulfil === undefined || worked === undefined) return false;
  const fulfilled: Responders = { ...responders, settlers: new Set([fulfil]) };
  return [worked, ...pipedInto(worked, responders)].some((variable) => isListenedTo(variable, fulfilled));
}

/** `resolve`, and not `reject` */
function isFirstParameter(settler: Variable): boolean {
  const fn = definitionOf(settler)?.node;
  const [first] = fn !== undefined && isFunction(fn) ? fn.params : [];
  return first !== undefined && settler.identifiers.some((name) => name === parameterTarget(first));
}

/** Whether a listener of an emitter settles the promise. */
function isListenedTo(emitter: Variable, responders: Responders): boolean {
  return methodCallsOf(emitter).some(
    ({ method, call }) => LISTENS.has(method) && call.arguments.some((argument) => settlesAround(argument, responders)),
  );
}

function pipedInto(stream: Variable, responders: Responders): Variable[] {
  return methodCallsOf(stream).flatMap(({ method, call }) => {
    const [target] = method === 'pipe' ? call.arguments : [];
    const variable = target === undefined ? undefined : variableNamed(target, responders);
    return variable ?? [];
  });
}

/** The calls of methods of a variable, the first of each chain. */
function methodCallsOf(variable: Variable): NonNullable<ReturnType<typeof methodCall>>[] {
  return variable.references.flatMap(({ identifier }) => {
    const member = wrapped(identifier).parent;
    const call = member?.type === 'MemberExpression' ? wrapped(member).parent : undefined;
    const method = call == null ? undefined : methodCall(call);
    return method !== undefined && unwrap(method.object) === identifier ? [method] : [];
  });
}

function variableNamed(name: Node, { source }: Responders): Variable | undefined {
  const node = unwrap(name);
  return node.type === 'Identifier' ? variableOf(node, source) : undefined;
}
