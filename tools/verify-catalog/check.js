// Checks alternatives against installed typings: in the newest version that the catalog mentions, and then in older
// ones for names missing there.
import { join } from 'node:path';
import { exceptionFor } from './exceptions.js';
import { installedVersion } from '../take/index.js';
import { install, subpathsOf } from './install.js';
import { AMBIENT, TYPES_ONLY, majorsOf, originOf, typesPackage } from './packages.js';
import { written } from './patterns.js';
import { hasTypings, isUntyped, openTypings } from './typings.js';
import { walk } from './walk.js';

/** Best first: a name that any version has counts as present. */
const RANK = ['present', 'wildcard', 'unknown', 'missing'];

/**
 * @param {readonly import('./patterns.js').Alternative[]} alternatives
 * @param {readonly object[]} entries All that may mention versions.
 * @param {string} scratch
 * @param {(text: string) => void} tell
 */
export function check(alternatives, entries, scratch, tell) {
  const rows = alternatives.map((way) => ({ ...way, origin: originOf(way.module), outcome: undefined }));
  const published = rows.filter(({ origin }) => origin.kind === 'npm' && !origin.package.endsWith('*'));
  const packages = new Map(published.map(({ origin }) => [origin.package, { versions: [], typings: [] }]));
  const majors = new Map([...packages.keys()].map((name) => [name, majorsIn(name, entries)]));
  const asked = new Map([...packages].map(([name]) => [name, 0]));
  for (let round = 0; asked.size > 0; round += 1) {
    const folder = join(scratch, round === 0 ? 'newest' : `older-${round}`);
    const specs = [...asked.keys()].map((name) => ({ name, spec: majors.get(name)[round] ?? 'latest' }));
    const doing = round === 0 ? 'Installing' : 'Looking for missing names in older versions of';
    tell(`${doing} ${specs.length} packages…`);
    const around = round === 0 ? ambientOf(rows).filter((name) => !packages.has(name)) : [];
    const failed = fill(folder, specs, ['@types/node', ...around], rows, packages);
    const open = openWorlds(folder, rows, round);
    for (const row of rows) {
      if (round > 0 && !(row.outcome.state === 'missing' && asked.has(row.origin.package))) continue;
      const outcome = outcomeIn(open, row, folder, failed);
      row.outcome = round > 0 && RANK.indexOf(outcome.state) >= RANK.indexOf('unknown') ? row.outcome : outcome;
    }
    const missing = rows.filter(({ outcome }) => outcome.state === 'missing').map(({ origin }) => origin.package);
    for (const name of packages.keys())
      if (missing.includes(name) && majors.get(name)[round + 1] !== undefined) asked.set(name, round + 1);
      else asked.delete(name);
  }
  return { rows: settled(rows).map(excused), packages };
}

/**
 * `a|b.c|d` says that each name exists in some combination. A combination that stops at a name is not missing if
 * another one of the pattern gets past that name.
 */
function settled(rows) {
  const isGood = ({ outcome }) => outcome.state === 'present' || outcome.state === 'wildcard';
  const nameAt = ({ pattern, entry, steps }, at) => `${entry} ${pattern} ${at} ${steps[at]}`;
  const good = new Set(rows.filter(isGood).flatMap((row) => row.steps.map((_, at) => nameAt(row, at))));
  const told = new Set();
  return rows.filter((row) => {
    if (isGood(row)) return true;
    const walked = row.steps.slice(0, row.outcome.at === undefined ? row.steps.length : row.outcome.at + 1);
    const name = walked.findLastIndex((step) => /^[\w$#]/.test(step) && step !== 'new');
    const key = `${nameAt(row, name)} ${walked.length - name}`;
    const isFirst = !told.has(key);
    told.add(key);
    return isFirst && !good.has(nameAt(row, name));
  });
}

function excused(row) {
  const reason = row.outcome.state === 'missing' ? exceptionFor(written(row)) : undefined;
  return reason === undefined ? row : { ...row, outcome: { state: 'unknown', reason } };
}

/** What the package's own entries say takes precedence over other entries for its scope. */
function majorsIn(name, entries) {
  const own = entries.filter((entry) => entry.packages.includes(name)).flatMap((entry) => majorsOf(name, entry));
  if (own.length > 0) return [...new Set(own)].sort((one, other) => Number(other) - Number(one));
  return entries.map((entry) => majorsOf(name, entry)).find((majors) => majors.length > 0) ?? [];
}

/** The packages that declare the globals, and the modules without a package. */
function ambientOf(rows) {
  return AMBIENT.filter((ambient) =>
    rows.some(({ origin }) => origin.ambient === ambient || (ambient.globals && origin.kind === 'global')),
  ).map((ambient) => ambient.package);
}

/**
 * Installs what a round needs, including the `@types` packages of packages without typings. Returns what could not be
 * installed.
 */
function fill(folder, specs, around, rows, packages) {
  const specOf = ({ name, spec }) => `${name}@${spec}`;
  const wanted = specs.filter(({ name }) => !TYPES_ONLY.has(name)).map(specOf);
  const reasons = install(folder, [...wanted, ...around]);
  const isTyped = ({ name }) => modulesOf(name, rows, folder).some((module) => hasTypings(folder, module));
  const untyped = specs.filter((row) => !isTyped(row));
  const typesOf = ({ name, spec }) => `${typesPackage(name)}@${spec.split('.')[0]}`;
  const lost = install(folder, untyped.map(typesOf));
  const retried = untyped.filter((row) => row.spec !== 'latest' && lost.has(typesOf(row)));
  const newest = retried.map(({ name }) => `${typesPackage(name)}@latest`);
  install(folder, newest);
  for (const { name } of specs) {
    const version = installedVersion(folder, name);
    const types = untyped.some((row) => row.name === name) ? installedVersion(folder, typesPackage(name)) : undefined;
    if (version !== undefined || types !== undefined) packages.get(name).versions.push(version ?? '-');
    if (types !== undefined) packages.get(name).typings.push(types);
  }
  return new Map(specs.map((row) => [row.name, reasons.get(specOf(row))]));
}

/**
 * The modules of a package that the rows mention; a module that ends in `*` stands for every module with that prefix.
 */
function modulesOf(name, rows, folder) {
  const asked = rows.filter(({ origin }) => origin.package === name).map(({ module }) => module);
  return [...new Set(asked.flatMap((module) => members(module, rows, folder)))];
}

function members(module, rows, folder) {
  if (!module.endsWith('*')) return [module];
  const start = module.slice(0, -1);
  const family = rows.map((row) => row.module).filter((other) => !other.endsWith('*'));
  const name = originOf(module).package;
  return [...new Set([...family, ...subpathsOf(folder, name)])].filter((other) => other.startsWith(start));
}

/**
 * Opens one program for the packages, one for the language with Node and the browser, and one for each package of types
 * that declares globals.
 */
function openWorlds(folder, rows, round) {
  const around = { types: ['node'], browser: true };
  const asked = rows.filter(({ origin }) => origin.kind === 'npm' || origin.kind === 'node');
  const npm = new Set(asked.flatMap(({ module }) => members(module, rows, folder)));
  const open = { packages: openTypings(folder, [...npm], around), globals: [], ambient: new Map() };
  if (round > 0) return open;
  open.globals.push(openTypings(folder, [], around));
  for (const ambient of AMBIENT) {
    if (installedVersion(folder, ambient.package) === undefined) continue;
    const modules = [...new Set(rows.filter(({ origin }) => origin.ambient === ambient).map(({ module }) => module))];
    const world = openTypings(folder, modules, { types: [ambient.types], browser: false });
    if (ambient.globals) open.globals.push(world);
    open.ambient.set(ambient, world);
  }
  return open;
}

function outcomeIn(open, row, folder, failed) {
  const roots = rootsOf(open, row, folder);
  const outcomes = roots.map(({ checker, root }) => walk(checker, root, row.steps, row.typed));
  const rankOf = ({ state }) => RANK.indexOf(state);
  const [best] = outcomes.sort((one, other) => rankOf(one) - rankOf(other) || (other.at ?? 0) - (one.at ?? 0));
  if (best !== undefined) return best;
  if (row.origin.kind === 'npm' && failed.get(row.origin.package) !== undefined)
    return { state: 'unknown', reason: `not installed: ${failed.get(row.origin.package)}` };
  if (row.origin.kind === 'global') return { state: 'unknown', reason: 'no typings declare this global' };
  if (isUntyped(folder, row.module)) return { state: 'unknown', reason: 'the module has no typings' };
  const isInstalled = row.origin.kind === 'npm' && installedVersion(folder, row.origin.package) !== undefined;
  return isInstalled && hasAnyTypings(open, row)
    ? { state: 'missing', at: -1, reason: `there is no module "${row.module}"`, near: [] }
    : { state: 'unknown', reason: 'no typings to check' };
}

/** Whether another module of the package has typings; a module without them then does not exist. */
function hasAnyTypings(open, { module, origin }) {
  return [...open.packages.modules.keys()].some(
    (other) => other !== module && originOf(other).package === origin.package,
  );
}

function rootsOf(open, { module, origin, steps }, folder) {
  if (origin.kind === 'none') return [];
  if (origin.kind === 'global') {
    return open.globals
      .filter(({ globals }) => globals.has(steps[0]))
      .map(({ checker, globals }) => ({ checker, root: { globals } }));
  }
  const world = origin.kind === 'ambient' ? open.ambient.get(origin.ambient) : open.packages;
  const opened = [...open.packages.modules.keys()].map((other) => ({ module: other }));
  return members(module, opened, folder).flatMap((name) =>
    world?.modules.has(name) ? [{ checker: world.checker, root: { module: world.modules.get(name) } }] : [],
  );
}
