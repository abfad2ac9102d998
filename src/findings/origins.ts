import type { Visit } from '../reach/index.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Origin } from './finding.ts';
import type { Options } from './options.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { SCRIPT_FOLDER } from '../catalog/folders.ts';
import { platformOf } from '../helper/platform.ts';
import { isOfBrowser, runsInBrowser } from '../handlers/in-browser.ts';
import { isWrittenForPage } from '../handlers/in-page.ts';
import { isReachKnown, reachedFunctions, reachedWithSteps } from '../reach/index.ts';
import { chainCall } from '../syntax/call.ts';
import { enclosingFunction, isInvokedInPlace, nameOf, qualifiedNameOf } from '../syntax/function.ts';
import { wrapped } from '../syntax/unwrap.ts';

/**
 * Finds the handler that runs the code at a node; undefined as a whole if no function of the file is reached.
 *
 * @param visit - see `reachedFunctions`
 * @param withSteps - whether to include the calls on the route
 */
export function originsOf(
  source: Source,
  evaluation: Evaluation,
  options: Options,
  visit?: Visit,
  withSteps = false,
): ((node: Node) => Origin | undefined) | undefined {
  const isAll = options.reach === 'all';
  const isElsewhere = isAll && (isOfBrowser(source, evaluation) || isScript(source, evaluation));
  if (isAll && !isElsewhere) {
    const { runtime, flavour } = platformOf(source, evaluation.workspace, evaluation.catalog) ?? {};
    return (node) => {
      const fn = outermostNamed(node);
      if (fn === undefined || isTopLevel(fn, node) || runsInBrowser(node, source, evaluation)) return undefined;
      return {
        handler: {
          route: nameOf(fn) ?? 'function',
          kind: 'request',
          framework: '',
          by: 'reach',
          ...(runtime !== undefined && { runtime }),
          ...(flavour !== undefined && { flavour }),
        },
        chain: [],
        evidence: 'sure',
        others: 0,
      };
    };
  }
  const counted = { kinds: new Set(options.kinds), strict: options.strict };
  // A server runs handlers wherever they are, even in a script or a file of browser code.
  const reach = isElsewhere ? 'file' : options.reach;
  const reached = withSteps
    ? reachedWithSteps(source, evaluation, reach, counted)
    : reachedFunctions(source, evaluation, reach, counted, visit);
  if (reached.size === 0) return undefined;
  return (node) => {
    // Only the innermost function counts: code that runs the outer one need not run a function that it returns.
    const fn = enclosingFunction(node);
    if (fn === undefined || isWrittenForPage(node, source, evaluation)) return undefined;
    return reached.get(qualifiedNameOf(fn));
  };
}

/** Whether `originsOf` is almost free: it needs only the file, or the call graphs already exist. */
export function areOriginsKnown(path: string, evaluation: Evaluation, { reach, kinds, strict }: Options): boolean {
  return reach !== 'project' || isReachKnown(path, evaluation, { kinds: new Set(kinds), strict });
}

/** A script, which a person runs and waits for. */
function isScript({ path }: Source, { workspace }: Evaluation): boolean {
  return SCRIPT_FOLDER.test(workspace.packages.placeOf(path));
}

/**
 * Whether a node runs with its module: `(async () => { await migrate(); pool.end(); })();`, `migrate().then(() => {
 * pool.end(); });`.
 */
function isTopLevel(fn: FunctionNode, node: Node): boolean {
  return (
    (isInvokedInPlace(fn) || isContinuation(fn)) &&
    enclosingFunction(fn) === undefined &&
    enclosingFunction(node) === fn
  );
}

function isContinuation(fn: FunctionNode): boolean {
  const { parent } = wrapped(fn);
  return parent != null && chainCall(parent) !== undefined;
}

/** The innermost named function around a node, or the outermost function if none has a name. */
function outermostNamed(node: Node): FunctionNode | undefined {
  let last: FunctionNode | undefined;
  for (let fn = enclosingFunction(node); fn !== undefined; fn = enclosingFunction(fn)) {
    last = fn;
    if (nameOf(fn) !== undefined) return fn;
  }
  return last;
}
