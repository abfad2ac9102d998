import { relative, sep } from 'node:path';
import type { Entry } from '../catalog/entry.ts';
import type { Catalog } from '../catalog/lookup.ts';
import type { Reach } from '../handlers/reach.ts';
import type { Launch } from '../promises/launch.ts';
import type { CallNode } from '../syntax/call.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Finding, FormName, Origin } from './finding.ts';
import type { Ground } from './ground.ts';
import type { Options } from './options.ts';
import type { Lost } from './owner.ts';
import { standardCatalog } from '../catalog/lookup.ts';
import { decoratedValue } from '../handlers/decorations.ts';
import { findHandlers } from '../handlers/find.ts';
import { openSource } from '../project/files.ts';
import { isTestFile } from '../project/listing.ts';
import { packageOf } from '../project/package.ts';
import { declareModules } from '../project/resolve.ts';
import { registersItself } from '../project/tracker-home.ts';
import { isSettled } from '../promises/by-syntax.ts';
import { createOracle } from '../promises/oracle.ts';
import { chainCall, chainedOnto, chainRoot } from '../syntax/call.ts';
import { enclosingFunction } from '../syntax/function.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { isCall, outlineOf } from '../syntax/walk.ts';
import { isAllowed } from './allowed.ts';
import { handsDutyOn, meansAt } from './answers.ts';
import { findCallback, findMapped } from './callbacks.ts';
import { fateOf } from './fate.ts';
import { isAnswered, makeFinding } from './make-finding.ts';
import { middlewareLaunch } from './middleware.ts';
import { originsOf } from './origins.ts';

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
  if (isAllowed(call, ground, options)) return undefined;
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
