import type { TSESTree } from '@typescript-eslint/types';
import type { Position, Registration } from '../catalog/entry.ts';
import type { Catalog, Of } from '../catalog/lookup.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { FunctionPlace } from './functions.ts';
import type { Handler } from './handler.ts';
import { methodCall } from '../syntax/call.ts';
import { isFunction, nameOf } from '../syntax/function.ts';
import { keyName, staticText } from '../syntax/literal.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { evaluate } from '../values/evaluate.ts';
import { follow } from '../values/follow.ts';
import { functionsOf } from './functions.ts';
import { fillLabel } from './label.ts';
import { receiversOf } from './receiver.ts';

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** Handlers given to a registering call of this file: `app.post('/runs', auth, create)`, `createServer((req, res) => …)`. */
export function registeredHandlers(source: Source, catalog: Catalog): Handler[] {
  const handlers: Handler[] = [];
  for (const call of outlineOf(source).calls) {
    if (call.type !== 'CallExpression' && call.type !== 'NewExpression') continue;
    if (call.arguments.length === 0) continue;
    for (const row of registrationsOf(call, source, catalog)) {
      if (row.facet.plugin !== true) handlers.push(...handlersOf(call, row, source));
    }
  }
  return handlers;
}

/** The catalog rows that a call is a registration by. */
function registrationsOf(call: Call, source: Source, catalog: Catalog): Of<Registration>[] {
  const found: Of<Registration>[] = [];
  const method = methodCall(call);
  if (method !== undefined) {
    const rows = (catalog.registrationsByMethod.get(method.method) ?? []).filter(({ facet }) => fits(call, facet, source));
    const receivers = rows.length === 0 ? [] : receiversOf(method.object, source, catalog);
    found.push(...rows.filter(({ entry, facet }) => receivers.some((match) => match.entry === entry && match.receiver === (facet.on ?? 'app'))));
  }
  if (found.length > 0) return found;
  const callee = evaluate(call.callee, source);
  if (callee?.kind !== 'external' || !catalog.registeringCalls.knows(callee.module)) return found;
  const value = evaluate(call, source);
  return value?.kind === 'external' ? catalog.registeringCalls.findAll(value).filter(({ facet }) => fits(call, facet, source)) : found;
}

function fits(call: Call, facet: Registration, source: Source): boolean {
  if (call.arguments.length < (facet.minimumArguments ?? 1)) return false;
  if (facet.events === undefined) return true;
  const event = textOf(call.arguments[0], source);
  return event !== undefined && facet.events.includes(event);
}

function handlersOf(call: Call, { entry, facet }: Of<Registration>, source: Source): Handler[] {
  const seen = new Set<Node>();
  const words = labelWords(call, source);
  const handlers: Handler[] = [];
  for (const position of facet.handlers) {
    for (const { node, source: home, options } of functionsAt(call, position, source)) {
      if (seen.has(node)) continue;
      seen.add(node);
      const route = fillLabel(facet.label, options === undefined ? words : { ...words, ...optionWords(options, source) });
      handlers.push({ node, source: home, entry, kind: facet.kind ?? 'request', route });
    }
  }
  return handlers;
}

/** A handler, and the options object that it was found in when that is one of several. */
interface PlacedFunction extends FunctionPlace {
  readonly options?: Node;
}

function functionsAt(call: Call, position: Position, source: Source): PlacedFunction[] {
  if (position === 'all') return call.arguments.flatMap((argument) => functionsOf(argument, source));
  if (position === 'rest') return call.arguments.slice(1).flatMap((argument) => functionsOf(argument, source));
  if (position === 'last') {
    const last = call.arguments.findLast((argument) => unwrap(argument).type !== 'ObjectExpression');
    return last === undefined ? [] : functionsOf(last, source);
  }
  if (typeof position === 'number') {
    const argument = call.arguments[position];
    return argument === undefined ? [] : functionsOf(argument, source);
  }
  const candidates = position.argument === undefined ? call.arguments : call.arguments.slice(position.argument, position.argument + 1);
  const keys = position.option.split('.');
  return candidates.flatMap((argument) => {
    const list = unwrap(argument);
    if (list.type !== 'ArrayExpression') return optionFunctions(argument, keys, source);
    // `server.route([{ method, path, handler }, …])`: each element is a route of its own.
    return list.elements.flatMap((element) =>
      element === null ? [] : optionFunctions(element, keys, source).map((place) => ({ ...place, options: element })),
    );
  });
}

/** Functions under a path of keys in an object literal; `*` is every key. */
function optionFunctions(expression: Node, keys: readonly string[], source: Source): FunctionPlace[] {
  const [key, ...others] = keys;
  if (key === undefined) return functionsOf(expression, source);
  const direct = unwrap(expression);
  const place = direct.type === 'Identifier' ? follow(direct, source) : { node: direct, source };
  if (place?.node.type !== 'ObjectExpression') return [];
  return place.node.properties.flatMap((property) => {
    if (property.type !== 'Property') return [];
    return key === '*' || keyName(property.key, property.computed) === key ? optionFunctions(property.value, others, place.source) : [];
  });
}

function labelWords(call: Call, source: Source): Record<string, string | undefined> {
  const words: Record<string, string | undefined> = {};
  const method = methodCall(call);
  if (method !== undefined) {
    words['method'] = method.method;
    words['METHOD'] = method.method === 'del' ? 'DELETE' : method.method.toUpperCase();
    words['receiver'] = receiverText(method.object, source);
  }
  for (const [index, argument] of call.arguments.entries()) {
    words[index.toString()] = textOf(argument, source);
    Object.assign(words, optionWords(argument, source));
  }
  const variable = nameOf(wrapped(call));
  if (variable !== 'default') words['variable'] = variable;
  return words;
}

/** The texts of an options object, by key. */
function optionWords(options: Node, source: Source): Record<string, string> {
  const words: Record<string, string> = {};
  const value = unwrap(options);
  if (value.type !== 'ObjectExpression') return words;
  for (const property of value.properties) {
    if (property.type !== 'Property' || isFunction(property.value)) continue;
    const key = keyName(property.key, property.computed);
    const text = key === undefined ? undefined : textOf(property.value, source);
    if (key !== undefined && text !== undefined) words[key] = text;
  }
  return words;
}

/** The path given to `app.route('/x')` further left in the chain. */
function receiverText(object: Node, source: Source): string | undefined {
  for (let call = methodCall(unwrap(object)); call !== undefined; call = methodCall(unwrap(call.object))) {
    if (call.method === 'route') return textOf(call.call.arguments[0], source);
  }
  return undefined;
}

/** Text of a literal, of a name for one, or of an array of them. */
function textOf(node: Node | undefined, source: Source): string | undefined {
  if (node === undefined) return undefined;
  const value = unwrap(node);
  const direct = staticText(value);
  if (direct !== undefined) return direct;
  if (value.type === 'ArrayExpression') {
    const texts = value.elements.map((element) => (element === null ? undefined : textOf(element, source)));
    return texts.length > 0 && texts.every((text) => text !== undefined) ? texts.join('|') : undefined;
  }
  if (value.type !== 'Identifier' && value.type !== 'MemberExpression') return undefined;
  const place = follow(value, source);
  return place === undefined || place.node === value ? undefined : staticText(place.node);
}
