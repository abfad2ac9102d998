import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { exportsOf } from '../project/exports.ts';
import { perWorkspace } from '../project/workspace.ts';
import { definitionOf, variableOf } from '../syntax/binding.ts';
import { methodCall } from '../syntax/call.ts';
import { isFunction } from '../syntax/function.ts';
import { propertyValue } from '../syntax/members.ts';
import { requiredSpecifier } from '../syntax/names.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { returnsOf } from '../values/results.ts';
import { joinPath } from './label.ts';
import { perFile } from './per-file.ts';
import { textOf } from './words.ts';

/** Where a router is mounted: the path, and the place of the router that it is mounted on. */
interface Mount {
  readonly path: string;
  readonly on: string | undefined;
}

/** By the place of the expression that creates the router. */
type Mounts = ReadonlyMap<string, Mount>;

interface Known {
  generation: number;
  readonly files: ReadonlySet<string>;
  readonly mentioning: readonly string[];
  readonly mounts: Mounts;
  /** The mounts in each file, with the generation in which they were found. */
  readonly byFile: ReadonlyMap<string, InFile>;
}

interface InFile {
  readonly generation: number;
  readonly mounts: readonly (readonly [place: string, mount: Mount])[];
}

const MENTION = /\.(?:use|\w{1,30}Use|route|mount|register)\s*\(/;
/** Methods that mount like `use`, including the user's own: `app.lazyUse('/orders', …)`. */
const MOUNTS = /^(?:use|\w+Use|route|mount)$/;
const knownOf = perWorkspace(() => new Map<Evaluation, Map<string, Known>>());

/**
 * The path under which the receiver of a registering call is mounted in the package: `/orders` after
 * `app.use('/orders', orders)`. Undefined if it isn't mounted, or if that is unknown.
 */
export function mountedAt(object: Node, source: Source, evaluation: Evaluation): string | undefined {
  const mounts = mountsOf(source, evaluation);
  if (mounts.size === 0) return undefined;
  const parts: string[] = [];
  let at = placesOf(object, source, evaluation)[0];
  for (let depth = 0; at !== undefined && depth < 5; depth += 1) {
    const mount = mounts.get(at);
    if (mount === undefined) break;
    parts.unshift(mount.path);
    at = mount.on;
  }
  return parts.length === 0 ? undefined : joinPath(...parts);
}

const mountsOf = perFile((source, evaluation): Mounts => {
  const { packages, changes } = evaluation.workspace;
  const { root } = packages.of(source.path);
  changes.noteRead(source.path, sharedBy(root));
  return packageMounts(root, evaluation);
});

/** The pseudo-path that dependencies on a package's mounts are recorded under. */
function sharedBy(root: string): string {
  return `${root}#mounts`;
}

/** Checks whether the mounts of a package have changed. Must run before any route named by them is reused. */
export function refreshMounts(root: string, evaluation: Evaluation): void {
  if (knownOf(evaluation.workspace).get(evaluation)?.has(root) === true) packageMounts(root, evaluation);
}

function packageMounts(root: string, evaluation: Evaluation): Mounts {
  const { changes, files: texts, listings } = evaluation.workspace;
  const files = listings.filesOf(root);
  const byEvaluation = knownOf(evaluation.workspace);
  const byRoot = byEvaluation.get(evaluation) ?? new Map<string, Known>();
  byEvaluation.set(evaluation, byRoot);
  const known = byRoot.get(root);
  if (known?.files === files && known.generation === changes.generation) return known.mounts;
  const mentioning = [...files].filter((path) => MENTION.test(texts.textAt(path) ?? ''));
  const { generation } = changes;
  if (
    known?.files === files &&
    mentioning.join() === known.mentioning.join() &&
    mentioning.every((path) => changes.holdsSince(path, known.generation))
  ) {
    known.generation = generation;
    return known.mounts;
  }
  const mounts = new Map<string, Mount>();
  const byFile = new Map<string, InFile>();
  for (const path of mentioning) {
    const before = known?.byFile.get(path);
    const inFile =
      before !== undefined && changes.holdsSince(path, before.generation)
        ? before
        : { generation, mounts: mountsIn(texts.sourceAt(path), evaluation) };
    byFile.set(path, inFile);
    for (const [place, mount] of inFile.mounts) if (!mounts.has(place)) mounts.set(place, mount);
  }
  byRoot.set(root, { generation, files, mentioning, mounts, byFile });
  if (known !== undefined && JSON.stringify([...known.mounts]) !== JSON.stringify([...mounts]))
    changes.note(sharedBy(root));
  return mounts;
}

function mountsIn(source: Source | undefined, evaluation: Evaluation): InFile['mounts'] {
  if (source === undefined) return [];
  const mounts: [string, Mount][] = [];
  for (const call of outlineOf(source).calls) {
    const found = methodCall(call);
    if (found === undefined) continue;
    const mount = mountIn(found.method, found.call.arguments, source, evaluation);
    if (mount === undefined) continue;
    const [on] = placesOf(found.object, source, evaluation);
    for (const router of mount.routers)
      for (const place of placesOf(router, source, evaluation))
        if (place !== on) mounts.push([place, { path: mount.path, on }]);
  }
  return mounts;
}

/** `app.use('/orders', auth, orders)`, `app.route('/orders', orders)`, `app.register(orders, { prefix: '/orders' })` */
function mountIn(
  method: string,
  given: readonly TSESTree.CallExpressionArgument[],
  source: Source,
  evaluation: Evaluation,
): { path: string; routers: readonly Node[] } | undefined {
  const [first, ...others] = given;
  if (first === undefined || others.length === 0) return undefined;
  if (method === 'register') {
    const options = unwrap(others[0] ?? first);
    const path =
      options.type === 'ObjectExpression' ? textOf(propertyValue(options, 'prefix'), source, evaluation) : undefined;
    return path === undefined ? undefined : { path, routers: [first] };
  }
  if (!MOUNTS.test(method)) return undefined;
  const path = textOf(first, source, evaluation);
  return path?.startsWith('/') === true ? { path, routers: others } : undefined;
}

/**
 * The places of the expressions that create the routers behind an expression: calls, or a plugin's function. The first
 * is the one that identifies a router where it is used, because a factory creates another router on each call.
 */
function placesOf(expression: Node, source: Source, evaluation: Evaluation, depth = 0): string[] {
  if (depth > 6) return [];
  const node = unwrap(expression);
  const inner = (next: Node, home = source): string[] => placesOf(next, home, evaluation, depth + 1);
  if (isFunction(node))
    return [placeOf(node, source), ...returnsOf(node, source).flatMap((returned) => inner(returned))];
  if (node.type === 'Identifier' || node.type === 'MemberExpression') {
    const place = evaluation.follow(node, source);
    if (place !== undefined && place.node !== node) return inner(place.node, place.source);
    const variable = node.type === 'Identifier' ? variableOf(node, source) : undefined;
    const definition = variable === undefined ? undefined : definitionOf(variable);
    return definition?.type === 'Parameter' ? [placeOf(definition.node, source)] : [];
  }
  if (node.type === 'NewExpression') return [placeOf(node, source)];
  if (node.type !== 'CallExpression') return [];
  const required = requiredNode(node, source, evaluation);
  if (required !== undefined) return inner(required.node, required.source);
  // `orders.routes()`, and a chain of routes: `Router().get('/a', list)`.
  const method = methodCall(node);
  const below = method === undefined || isModule(method.object, source, evaluation) ? [] : inner(method.object);
  if (below.length > 0) return below;
  const callee = evaluation.expression(node.callee, source);
  const made =
    callee?.kind === 'function' && isFunction(callee.node)
      ? returnsOf(callee.node, callee.source).flatMap((returned) => inner(returned, callee.source))
      : [];
  return [placeOf(node, source), ...made];
}

/** Whether an object creates routers and isn't one itself: the function `express` in `express.Router()`. */
function isModule(object: Node, source: Source, evaluation: Evaluation): boolean {
  return evaluation.expression(object, source)?.kind === 'function';
}

/** `require('./orders')`: the value that the file exports as a whole. */
function requiredNode(
  call: TSESTree.CallExpression,
  source: Source,
  { resolver, workspace }: Evaluation,
): { node: Node; source: Source } | undefined {
  const specifier = requiredSpecifier(call);
  const resolved = specifier === undefined ? undefined : resolver.resolve(specifier, source.path);
  if (resolved === undefined || 'module' in resolved) return undefined;
  const home = workspace.files.sourceFor(source.path, resolved.file);
  const whole = home === undefined ? undefined : exportsOf(home).whole;
  return home === undefined || whole === undefined ? undefined : { node: whole, source: home };
}

function placeOf({ range }: Node, { path }: Source): string {
  return `${path}:${range[0].toString()}`;
}
