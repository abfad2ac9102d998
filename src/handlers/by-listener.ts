import type { Variable } from '../syntax/scopes/scope.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Handler } from './handler.ts';
import { TYPES_OF_PAGES } from '../catalog/conventions.ts';
import { LISTENS } from '../catalog/streams-and-events.ts';
import { UNKNOWN_SOCKET } from '../catalog/roles.ts';
import { definitionOf, variableOf } from '../syntax/binding.ts';
import { calleeText, methodCall } from '../syntax/call.ts';
import { enclosingFunction, parameterTarget } from '../syntax/function.ts';
import { staticText } from '../syntax/literal.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { functionsOf } from './functions.ts';
import { isLeftOut, isOfServer } from './servers.ts';

const CONNECTIONS: ReadonlySet<string> = new Set(['connection', 'connect']);
/** Common names of sockets, and of the servers that accept them. */
const SOCKETS = /^_?(?:ws|sock|conn|connection|peer)$|socket(?:client)?$/i;
const ACCEPTING = /^(?:io|wss?|sockets|nsp|namespace|\w*(?:socket|ws)\w*server|server|of)$/i;

/**
 * Listeners on sockets of unknown packages: on an object named like a socket or its server, on the first parameter of a
 * connection listener, and for the event `message` on any parameter. In a package that depends on no known server, only
 * what accepts connections, and its sockets, show one.
 */
export function listenerHandlers(source: Source, evaluation: Evaluation): Handler[] {
  if (!/\.(?:on|once|addListener|addEventListener)\s*\(/.test(source.text) || isLeftOut(source, evaluation)) return [];
  const serves = isOfServer(source.path, evaluation);
  if (!serves && !/['"]connection['"]/.test(source.text)) return [];
  const connected = new Set<FunctionNode>();
  const handlers: Handler[] = [];
  for (const call of outlineOf(source).calls) {
    const found = methodCall(call);
    if (found === undefined || !LISTENS.has(found.method)) continue;
    const [name, listener] = found.call.arguments;
    const event = name === undefined ? undefined : staticText(unwrap(name));
    if (event === undefined || listener === undefined) continue;
    const accepts =
      (serves ? CONNECTIONS.has(event) : event === 'connection') && ACCEPTING.test(lastName(found.object));
    const isHeard = (): boolean =>
      isSocket(found.object, event, connected, source, evaluation) &&
      (serves || isOfConnection(found.object, connected, source));
    if (!accepts && !isHeard()) continue;
    for (const { node, source: home } of functionsOf(listener, source, evaluation)) {
      if (accepts) connected.add(node);
      handlers.push({
        node,
        source: home,
        entry: UNKNOWN_SOCKET,
        kind: 'message',
        by: 'shape',
        route: accepts ? `socket ${event}` : `socket event ${event}`,
      });
    }
  }
  return handlers;
}

function isSocket(
  object: Node,
  event: string,
  connected: ReadonlySet<FunctionNode>,
  source: Source,
  evaluation: Evaluation,
): boolean {
  if (enclosingFunction(object) === undefined) return false;
  const value = evaluation.expression(object, source);
  // For values from packages, the catalog decides.
  if (value !== undefined && value.kind !== 'parameter' && !(value.kind === 'external' && value.module === 'global'))
    return false;
  if (SOCKETS.test(lastName(object))) return true;
  const node = unwrap(object);
  const variable = node.type === 'Identifier' ? variableOf(node, source) : undefined;
  const definition = variable === undefined ? undefined : definitionOf(variable);
  if (definition?.type !== 'Parameter' || isOfPage(variable, source)) return false;
  return event === 'message' || isOfConnection(object, connected, source);
}

/** Whether an object is what a connection listener is given. */
function isOfConnection(object: Node, connected: ReadonlySet<FunctionNode>, source: Source): boolean {
  const node = unwrap(object);
  const variable = node.type === 'Identifier' ? variableOf(node, source) : undefined;
  const definition = variable === undefined ? undefined : definitionOf(variable);
  const [first] = definition?.type === 'Parameter' ? (definition.node as FunctionNode).params : [];
  return (
    first !== undefined &&
    connected.has(definition?.node as FunctionNode) &&
    parameterTarget(first) === variable?.identifiers[0]
  );
}

/** A parameter of a type that only pages have: a server imports its `Worker`. */
function isOfPage(parameter: Variable | undefined, source: Source): boolean {
  const [name] = parameter?.identifiers ?? [];
  const type = name?.type === 'Identifier' ? name.typeAnnotation?.typeAnnotation : undefined;
  return (
    type?.type === 'TSTypeReference' &&
    type.typeName.type === 'Identifier' &&
    TYPES_OF_PAGES.has(type.typeName.name) &&
    variableOf(type.typeName, source) === undefined
  );
}

function lastName(object: Node): string {
  return (
    calleeText(object)
      .replace(/\(…\)$/, '')
      .split('.')
      .at(-1) ?? ''
  );
}
