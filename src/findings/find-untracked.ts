import { relative, sep } from 'node:path';
import type { Entry } from '../catalog/entry.ts';
import type { Catalog } from '../catalog/lookup.ts';
import type { Launch } from '../promises/launch.ts';
import type { CallNode } from '../syntax/call.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Lost } from './owner.ts';
import type { Finding, FormName, Origin } from './finding.ts';
import type { Ground } from './ground.ts';
import type { Options } from './options.ts';
import { standardCatalog } from '../catalog/lookup.ts';
import type { Reach } from '../handlers/reach.ts';
import { decoratedValue } from '../handlers/decorations.ts';
import { findHandlers } from '../handlers/find.ts';
import { reachedFunctions } from '../handlers/reach.ts';
import { openSource } from '../project/files.ts';
import { isTestFile } from '../project/listing.ts';
import { packageOf } from '../project/package.ts';
import { declareModules } from '../project/resolve.ts';
import { registersItself } from '../project/tracker-home.ts';
import { isSettled } from '../promises/by-syntax.ts';
import { createOracle } from '../promises/oracle.ts';
import { calleeText, chainCall, chainedOnto, chainRoot, methodCall } from '../syntax/call.ts';
import { enclosingFunction, isFunction, nameOf, qualifiedNameOf } from '../syntax/function.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { isCall, outlineOf, walkOwn } from '../syntax/walk.ts';
import { returnedExpressions } from '../values/results.ts';
import { handsDutyOn, meansAt } from './answers.ts';
import { droppedArgument } from './consumer.ts';
import { answeringOf } from './continuation.ts';
import { fateOf, fateOfMapped } from './fate.ts';
import { noteFor } from './notes.ts';
import { middlewareLaunch } from './middleware.ts';
import { remediesFor } from './remedies.ts';

/**
 * The promises that `source` launches in or below a handler and that nobody awaits, returns or tracks, in source order.
 * The one entry that the rule, the quick fixes, the codemod and the reports call.
 */
export function findUntracked(source: Source, options: Options, catalog: Catalog = standardCatalog()): Finding[] {
  if (!options.tests && isTestFile(relative(packageOf(source.path).root, source.path).split(sep).join('/'))) return [];
  // The tracker owns what it starts.
  if (registersItself(source.text)) return [];
  declareModules(catalog.described);
  if (options.reach === 'project') openSource(source);
  const origins = originsOf(source, catalog, options);
  if (origins === undefined) return [];
  const ground = groundOf(source, catalog, options.reach);
  const found: Finding[] = [];
  // Two launches under one `void` are two findings; what a callback returns that is itself reported is not.
  const seen = new Set<Node>();
  for (const call of outlineOf(source).calls) {
    const origin = origins(call);
    if (origin === undefined) continue;
    for (const finding of [findLaunch(call, origin, ground, options), findMapped(call, origin, ground), findCallback(call, origin, ground, options)]) {
      if (finding === undefined || !options.forms[finding.form] || seen.has(finding.launch) || seen.has(unwrap(finding.node))) continue;
      seen.add(finding.launch);
      found.push(finding);
    }
  }
  return found.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** Who runs the code at a node; undefined in all when no function of the file is reached. */
function originsOf(source: Source, catalog: Catalog, options: Options): ((node: Node) => Origin | undefined) | undefined {
  if (options.reach === 'all') {
    return (node) => {
      const fn = outermostNamed(node);
      return fn && { handler: { route: nameOf(fn) ?? 'function', kind: 'request', framework: '', by: 'reach' }, chain: [], others: 0 };
    };
  }
  const reached = reachedFunctions(source, catalog, options.reach, new Set(options.kinds));
  if (reached.size === 0) return undefined;
  return (node) => {
    for (let fn = enclosingFunction(node); fn !== undefined; fn = enclosingFunction(fn)) {
      const origin = reached.get(qualifiedNameOf(fn));
      if (origin !== undefined) return origin;
    }
    return undefined;
  };
}

/** The outermost function around a node, or the innermost that has a name. */
function outermostNamed(node: Node): FunctionNode | undefined {
  let last: FunctionNode | undefined;
  for (let fn = enclosingFunction(node); fn !== undefined; fn = enclosingFunction(fn)) {
    last = fn;
    if (nameOf(fn) !== undefined) return fn;
  }
  return last;
}

function groundOf(source: Source, catalog: Catalog, reach: Reach): Ground {
  const entries = new Map<Node, Entry>();
  for (const { node, source: home, entry } of findHandlers(source, catalog)) if (home === source) entries.set(node, entry);
  const entryOf = (fn: FunctionNode): Entry | undefined => entries.get(fn);
  return {
    source,
    catalog,
    oracle: reach === 'project' ? createOracle(catalog, (value, from) => decoratedValue(value, from, catalog)) : createOracle(catalog),
    entryOf,
    means: (node) => meansAt(node, source, entryOf),
    functionOf: enclosingFunction,
    asking: new Set(),
  };
}

/** The finding of a call whose own promise is lost. */
function findLaunch(call: CallNode, origin: Origin, ground: Ground, options: Options): Finding | undefined {
  if (!isChainStart(call, ground) || (isSettled(call, ground.source) && chainedOnto(call) === undefined)) return undefined;
  const middleware = middlewareLaunch(call, ground);
  const fate = fateOf(call, ground);
  if (fate.kind === 'owned') return undefined;
  if (middleware !== undefined) return makeFinding('middleware', call, fate, middleware, origin, ground);
  // Of a chain on an unknown call, that call's arguments may hand the duty on.
  if (handsDutyOn(chainRoot(call), ground.means(call), ground.source)) return undefined;
  const launch = ground.oracle.launchOf(call, ground.source);
  if (launch?.verdict !== 'promise' && launch?.verdict !== 'lazy') return undefined;
  if (isAnswered(call, fate, ground, options)) return undefined;
  return makeFinding(formOf(fate, launch), call, fate, launch, origin, ground);
}

/** A chain is judged from its root; from its first link only when the root says nothing. */
function isChainStart(call: CallNode, { oracle, source }: Ground): boolean {
  const link = chainCall(call);
  if (link === undefined) return true;
  const root = chainRoot(call);
  if (!isCall(root)) return false;
  const object = unwrap(link.object);
  return object === root && oracle.launchOf(root, source) === undefined;
}

function formOf(lost: Lost, launch: Launch): FormName {
  const bare = lost.links.length === 0 && (lost.form === 'floating' || lost.form === 'voided');
  return launch.verdict === 'lazy' && bare ? 'lazy' : lost.form;
}

function isAnswered(call: Node, lost: Lost, ground: Ground, options: Options): boolean {
  if (lost.form === 'answered' || lost.form === 'mapped') return false;
  const answering = answeringOf(call, lost, ground);
  return answering === 'yes' || (answering === 'only when it succeeds' && !options.strict);
}

/** The finding of a function given to an API that drops its promise: an async function, or the name of one. */
function findCallback(call: CallNode, origin: Origin, ground: Ground, options: Options): Finding | undefined {
  if (call.type !== 'CallExpression') return undefined;
  const argument = droppedArgument(call, ground);
  if (argument === undefined) return undefined;
  const callback = unwrap(argument);
  if (isFunction(callback) && ground.entryOf(callback) !== undefined) return undefined;
  const launch = callbackLaunch(callback, ground);
  if (launch === undefined) return undefined;
  const lost: Lost = { kind: 'lost', form: 'callback', node: argument, site: call, links: [] };
  if (isAnswered(callback, lost, ground, options)) return undefined;
  return makeFinding('callback', callback, lost, launch, origin, ground);
}

/** The finding of an array of promises that `map` makes and nothing awaits. */
function findMapped(call: CallNode, origin: Origin, ground: Ground): Finding | undefined {
  const method = methodCall(call);
  const [argument] = method?.call.arguments ?? [];
  if (argument === undefined || (method?.method !== 'map' && method?.method !== 'flatMap')) return undefined;
  const fate = fateOfMapped(call, ground);
  if (fate.kind === 'owned') return undefined;
  const launch = mappedLaunch(unwrap(argument), ground);
  return launch === undefined ? undefined : makeFinding(fate.form, call, fate, launch, origin, ground);
}

/** A callback of `map` launches when it is async, or when what it returns is a promise. */
function mappedLaunch(callback: Node, ground: Ground): Launch | undefined {
  const direct = callbackLaunch(callback, ground);
  if (direct !== undefined || !isFunction(callback)) return direct;
  for (const returned of returnedExpressions(callback)) {
    const launch = ground.oracle.launchOf(returned, ground.source);
    if (launch?.verdict === 'promise') return launch;
  }
  return undefined;
}

function callbackLaunch(callback: Node, { oracle, source }: Ground): Launch | undefined {
  if (isFunction(callback)) {
    return callback.generator || !callback.async || !waits(callback) ? undefined : { verdict: 'promise', evidence: { step: 'syntax', why: 'async function' } };
  }
  if (callback.type !== 'Identifier' && callback.type !== 'MemberExpression') return undefined;
  const launch = oracle.launchWhenCalled(callback, source);
  return launch?.verdict === 'promise' ? launch : undefined;
}

/** An async function that never waits has done its work when it returns; what it launches is judged by itself. */
function waits(fn: FunctionNode): boolean {
  if (fn.body.type !== 'BlockStatement') return true;
  let found = false;
  walkOwn(fn, (node) => {
    found ||= node.type === 'AwaitExpression' || (node.type === 'ForOfStatement' && node.await) || (node.type === 'ReturnStatement' && node.argument !== null);
    return !found;
  });
  return found;
}

function makeFinding(form: FormName, launch: Node, lost: Lost, { evidence, enqueue }: Launch, origin: Origin, ground: Ground): Finding {
  const note = noteFor(form, launch, lost, ground);
  return {
    form,
    launch,
    node: lost.node,
    site: lost.site,
    callee: calleeOf(form, launch, lost),
    evidence,
    origin,
    remedies: remediesFor(form, launch, lost, enqueue === true, ground),
    ...(note !== undefined && { note }),
  };
}

/** What the message names: for a dropped `map` or callback, the call that drops. */
function calleeOf(form: FormName, launch: Node, lost: Lost): string {
  if (form === 'callback' && isFunction(launch)) return calleeText(lost.site);
  if (form === 'mapped') {
    const node = unwrap(lost.node);
    return calleeText(wrapped(node));
  }
  const root = chainRoot(launch);
  return calleeText(isCall(root) ? root : launch);
}
