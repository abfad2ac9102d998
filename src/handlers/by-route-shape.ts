import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { FunctionPlace } from './functions.ts';
import type { Handler } from './handler.ts';
import type { RouteCall } from './registrations-shape.ts';
import { BY_RESPONSE, CLIENT_NAMES, CLIENTS, UNKNOWN_SERVER } from '../catalog/roles.ts';
import { calleeText } from '../syntax/call.ts';
import { staticText } from '../syntax/literal.ts';
import { propertyValue } from '../syntax/members.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { outlineOf, walk } from '../syntax/walk.ts';
import { controllerFunctions } from './by-controller.ts';
import { mounted } from './route-words.ts';
import { entryByShape } from './by-shape.ts';
import { functionsOf } from './functions.ts';
import { mayBePath, routeCall, verbText } from './registrations-shape.ts';
import { mayServe } from './servers.ts';
import { textOf } from './words.ts';

/**
 * Handlers with a route written beside them, whatever the receiver: `x.post('/orders', create)`,
 * `{ method: 'POST', path: '/orders', handler: create }`.
 */
export function routeShapeHandlers(source: Source, evaluation: Evaluation): Handler[] {
  if (!mayServe(source, evaluation)) return [];
  return [...calledRoutes(source, evaluation), ...tableRoutes(source, evaluation)];
}

function calledRoutes(source: Source, evaluation: Evaluation): Handler[] {
  return outlineOf(source).calls.flatMap((call) => {
    const route = routeCall(call);
    if (route === undefined || isClient(route, source, evaluation)) return [];
    const path = mounted(pathText(route.path, source, evaluation), route.object, source, evaluation) ?? '';
    const label = `${wordOf(route.method)} ${path}`.trim();
    return route.functions
      .flatMap((argument) => [
        ...functionsOf(argument, source, evaluation),
        ...controllerFunctions(argument, source, evaluation),
      ])
      .filter(({ node }) => node.params.length > 0 || isRouter(route.object))
      .map((place) => handlerOf(place, label, evaluation));
  });
}

function tableRoutes(source: Source, evaluation: Evaluation): Handler[] {
  if (!/\bhandler\b/.test(source.text) || !/\bmethods?\b/.test(source.text)) return [];
  const handlers: Handler[] = [];
  walk(source.ast, (node) => {
    if (node.type === 'ObjectExpression') handlers.push(...rowHandlers(node, source, evaluation));
  });
  return handlers;
}

function rowHandlers(row: TSESTree.ObjectExpression, source: Source, evaluation: Evaluation): Handler[] {
  const method = propertyValue(row, 'method') ?? propertyValue(row, 'methods');
  const path = propertyValue(row, 'path') ?? propertyValue(row, 'url') ?? propertyValue(row, 'route');
  if (method === undefined || path === undefined) return [];
  const verbs = verbsOf(method, source, evaluation);
  if (verbs === undefined || !isPath(path, source, evaluation)) return [];
  const label = `${verbs} ${pathText(path, source, evaluation)}`.trim();
  return handlersIn(row).flatMap((given) =>
    functionsOf(given, source, evaluation).map((place) => handlerOf(place, label, evaluation)),
  );
}

/** The row's `handler`, or the one in its options, as in hapi. */
function handlersIn(row: TSESTree.ObjectExpression): Node[] {
  const direct = propertyValue(row, 'handler') ?? propertyValue(row, 'handlers');
  if (direct !== undefined) return [direct];
  return ['options', 'config'].flatMap((key) => {
    const options = propertyValue(row, key);
    const value = options === undefined ? undefined : unwrap(options);
    const handler = value?.type === 'ObjectExpression' ? propertyValue(value, 'handler') : undefined;
    return handler === undefined ? [] : [handler];
  });
}

/** The verbs of a row in uppercase; undefined if any of them isn't a verb. */
function verbsOf(method: Node, source: Source, evaluation: Evaluation): string | undefined {
  const value = unwrap(method);
  const each = value.type === 'ArrayExpression' ? value.elements.flatMap((element) => element ?? []) : [value];
  const verbs = each.map((element) => {
    const verb = verbText(element);
    if (verb !== undefined) return wordOf(verb);
    // `HttpMethod.POST`
    const text = staticText(evaluation.follow(element, source)?.node) ?? lastName(element);
    return text !== undefined && /^(?:get|post|put|patch|delete|head|options)$/i.test(text) ? wordOf(text) : undefined;
  });
  return verbs.length > 0 && verbs.every((verb) => verb !== undefined) ? verbs.join('|') : undefined;
}

function lastName(node: Node): string | undefined {
  const value = unwrap(node);
  return value.type === 'MemberExpression' && value.property.type === 'Identifier' ? value.property.name : undefined;
}

function isPath(node: Node, source: Source, evaluation: Evaluation): boolean {
  if (mayBePath(node)) return true;
  const text = textOf(node, source, evaluation);
  return text?.startsWith('/') === true || (text !== undefined && /^[\w-]+\/[\w/:{}-]+$/.test(text));
}

/** The path for a label: the first in a list; a concatenation without its unknown parts. */
function pathText(node: Node, source: Source, evaluation: Evaluation): string {
  const value = unwrap(node);
  if (value.type === 'ArrayExpression')
    return value.elements.flatMap((each) => (each === null ? [] : [pathText(each, source, evaluation)]))[0] ?? '';
  const text = textOf(value, source, evaluation);
  if (text !== undefined) return text;
  return value.type === 'BinaryExpression'
    ? `${pathText(value.left, source, evaluation)}${pathText(value.right, source, evaluation)}`
    : '';
}

function wordOf(verb: string): string {
  return /^del$/i.test(verb) ? 'DELETE' : verb.toUpperCase();
}

/**
 * Whether the receiver sends requests instead of serving them, judged by its package, or by its name if nothing else is
 * known.
 */
function isClient({ object }: RouteCall, source: Source, evaluation: Evaluation): boolean {
  const value = evaluation.expression(object, source);
  if (value?.kind === 'external' && value.module !== 'global') return CLIENTS.has(value.module);
  if (value !== undefined && value.kind !== 'parameter' && value.kind !== 'external') return false;
  return CLIENT_NAMES.test(nameOf(object)) && !/(?:app|router|server|routes?)$/i.test(nameOf(object));
}

/** Whether a receiver's name suggests a router, so that even functions without parameters may be handlers. */
function isRouter(object: Node): boolean {
  return /(?:app|router|routes?|server|api|fastify|koa|express|hono)$/i.test(nameOf(object));
}

function nameOf(object: Node): string {
  return (
    calleeText(object)
      .replace(/\(…\)$/, '')
      .split('.')
      .at(-1) ?? ''
  );
}

function handlerOf({ node, source }: FunctionPlace, route: string, evaluation: Evaluation): Handler {
  // After a path, a function with two parameters usually gets the request and the response, whatever their names.
  const entry = entryByShape(node, source, evaluation, true) ?? (node.params.length > 1 ? BY_RESPONSE : UNKNOWN_SERVER);
  return { node, source, entry, kind: 'request', by: 'shape', route };
}
