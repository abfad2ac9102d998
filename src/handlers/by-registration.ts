import type { Evaluation } from '../values/evaluation.ts';
import type { Registration } from '../catalog/entry.ts';
import type { Of } from '../catalog/lookup.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { ParameterValue } from '../values/value.ts';
import type { RegisteringCall } from './route-words.ts';
import type { Setting } from './run.ts';
import type { Handler } from './handler.ts';
import { UNKNOWN_SERVER } from '../catalog/roles.ts';
import { methodCall } from '../syntax/call.ts';
import { contains } from '../syntax/position.ts';
import { outlineOf } from '../syntax/walk.ts';
import { functionsAt } from './at-position.ts';
import { fillLabel } from './label.ts';
import { givenReceivers, onReceivers, receiversOf } from './receiver.ts';
import { labelWords, verbCall } from './route-words.ts';
import { settingsOf } from './settings.ts';
import { textOf, wordsBeside } from './words.ts';

/**
 * Handlers passed to a registering call in this file: `app.post('/runs', auth, create)`,
 * `createServer((req, res) => …)`.
 */
export function registeredHandlers(source: Source, evaluation: Evaluation): Handler[] {
  // An inner route replaces the call around it, because it says more about the handler:
  // `app.use('/x', Router().get('/y', fn))`. A wrapper says less and replaces nothing. A function may be passed to
  // several routes.
  const handlers = new Map<Node, { readonly call: RegisteringCall; readonly handler: Handler }[]>();
  for (const call of outlineOf(source).calls) {
    if (call.type !== 'CallExpression' && call.type !== 'NewExpression') continue;
    if (call.arguments.length === 0) continue;
    for (const row of registrationsOf(call, source, evaluation)) {
      if (row.facet.plugin === true) continue;
      for (const handler of handlersOf(call, row, source, evaluation)) {
        const known = handlers.get(handler.node) ?? [];
        if (row.facet.methods === undefined && known.length > 0) continue;
        const beside = known.filter((other) => other.handler.entry === handler.entry && !isGivenIn(call, other.call));
        handlers.set(handler.node, [...beside, { call, handler }]);
      }
    }
  }
  return [...handlers.values()].flatMap((found) => found.map(({ handler }) => handler));
}

/** Whether a call is inside an argument of another, and not just earlier in its chain. */
function isGivenIn(call: RegisteringCall, other: RegisteringCall): boolean {
  return other.arguments.some((argument) => contains(argument, call));
}

/** The catalog rows that make a call a registration. */
function registrationsOf(call: RegisteringCall, source: Source, evaluation: Evaluation): Of<Registration>[] {
  const found: Of<Registration>[] = [];
  const method = methodCall(call) ?? verbCall(call, source, evaluation);
  if (method !== undefined) {
    const rows = (evaluation.catalog.registrationsByMethod.get(method.method) ?? []).filter(({ facet }) =>
      fits(call, facet, source, evaluation),
    );
    if (rows.length > 0) found.push(...onReceivers(rows, receiversOf(method.object, source, evaluation)));
  }
  if (found.length > 0) return found;
  const callee = evaluation.expression(call.callee, source);
  if (callee?.kind === 'parameter') return destructuredRegistrations(call, callee, source, evaluation);
  if (callee?.kind !== 'external' || !evaluation.catalog.registeringCalls.knows(callee.module)) return found;
  const value = evaluation.expression(call, source);
  return value?.kind === 'external'
    ? evaluation.catalog.registeringCalls
        .findAll(value)
        .filter((row) => fits(call, row.facet, source, evaluation) && isImported(row, source, evaluation))
    : found;
}

/** `defineHook(({ action }) => { action('items.create', fn); })`: a method of a destructured receiver. */
function destructuredRegistrations(
  call: RegisteringCall,
  callee: ParameterValue,
  source: Source,
  evaluation: Evaluation,
): Of<Registration>[] {
  const [name, ...others] = callee.path;
  const rows =
    name === undefined || others.length > 0
      ? []
      : (evaluation.catalog.registrationsByMethod.get(name) ?? []).filter(({ facet }) =>
          fits(call, facet, source, evaluation),
        );
  return rows.length === 0 ? rows : onReceivers(rows, givenReceivers(callee, evaluation));
}

function fits(call: RegisteringCall, facet: Registration, source: Source, evaluation: Evaluation): boolean {
  if (call.arguments.length < (facet.minimumArguments ?? 1)) return false;
  if (facet.events === undefined) return true;
  const event = textOf(call.arguments[0], source, evaluation);
  return event !== undefined && facet.events.includes(event);
}

/**
 * Whether a row applies in this package. A row for names that a compiler imports automatically needs a dependency on
 * its framework.
 */
function isImported({ entry, facet }: Of<Registration>, source: Source, evaluation: Evaluation): boolean {
  return facet.autoImported !== true || evaluation.workspace.packages.dependsOn(source.path, entry.packages);
}

function handlersOf(
  call: RegisteringCall,
  registered: Of<Registration>,
  source: Source,
  evaluation: Evaluation,
): Handler[] {
  const handlers = new Map<Node, Map<string, Handler>>();
  for (const setting of settingsOf(call.arguments, call, source, evaluation))
    for (const handler of handlersIn(call, registered, source, evaluation, setting)) {
      const known = handlers.get(handler.node) ?? new Map<string, Handler>();
      handlers.set(handler.node, known);
      if (!known.has(handler.route)) known.set(handler.route, handler);
    }
  return [...handlers.values()].flatMap((byRoute) => [...byRoute.values()]);
}

/** The handlers of one run of the code around the call. */
function handlersIn(
  call: RegisteringCall,
  registered: Of<Registration>,
  source: Source,
  evaluation: Evaluation,
  setting: Setting | undefined,
): Handler[] {
  const { entry, facet } = registered;
  const seen = new Set<Node>();
  const words = labelWords(call, registered, source, evaluation, setting);
  const handlers: Handler[] = [];
  for (const position of facet.handlers) {
    for (const place of functionsAt(call, position, source, evaluation, setting)) {
      const { node, source: home, keys = [], holders = [] } = place;
      if (seen.has(node)) continue;
      seen.add(node);
      const route = fillLabel(facet.label, {
        ...words,
        ...wordsBeside(holders, home, evaluation),
        ...(keys.length > 0 && { key: keys.join('.') }),
      });
      handlers.push({
        node,
        source: home,
        entry: place.isGivenOther === true ? UNKNOWN_SERVER : entry,
        kind: facet.kind ?? 'request',
        by: 'registration',
        route,
        ...(facet.drops === true && { dropped: true as const }),
      });
    }
  }
  return handlers;
}
