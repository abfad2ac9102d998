import { relative } from 'node:path';
import type { Evaluation } from '../../values/evaluation.ts';
import type { Workspace } from '../../project/workspace.ts';
import type { TrackerHome } from '../../helper/home.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../../syntax/source.ts';
import type { Edit } from '../edit.ts';
import type { DrainContext } from './context.ts';
import type { ShutdownHook } from './hooks.ts';
import type { ServerStart } from './starts.ts';
import { registersItself } from '../../helper/home.ts';
import { trackerReference } from '../../helper/reference.ts';
import { shutdownHome, shutdownText } from '../../helper/shutdown-file.ts';
import { isParseFailure, parse } from '../../syntax/parse.ts';
import { positionAt } from '../../syntax/position.ts';
import { SCRIPT_PATH } from '../../catalog/conventions.ts';
import { someIn, walk } from '../../syntax/walk.ts';
import { applyEdits } from '../edit.ts';
import { trackerImportOf } from '../import.ts';
import { styleOf } from '../style.ts';
import { faultInWords } from '../verify-words.ts';
import { verifyOutput } from '../verify.ts';
import { hookEdits } from './edit-hook.ts';
import { startEdits } from './edit-start.ts';
import { hooksIn } from './hooks.ts';
import { shutdownsIn, startsIn } from './starts.ts';

/** A place in a file. */
export interface DrainPlace {
  /** Absolute. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/** How a package is to wait for its tasks at shutdown. */
export type DrainPlan =
  /** It does so already, or has no shutdown. */
  | { readonly kind: 'none' }
  | {
      readonly kind: 'planned';
      readonly place: DrainPlace;
      /** Which function of the helper is called there. */
      readonly calls: DrainName;
      readonly edits: readonly Edit[];
      /** The new text of the file, without a byte order mark. */
      readonly output: string;
      /** The file of the helper that is imported there, and its text where it is to be written. */
      readonly imports: { readonly path: string; readonly specifier: string; readonly text?: string };
    }
  | {
      readonly kind: 'left';
      /** One sentence: what was found, and what to do. */
      readonly reason: string;
      readonly places: readonly DrainPlace[];
    };

type DrainName = 'drainOnShutdown' | 'drainTasks';

/** Files that name none of these neither start a server nor hear a signal. */
const WORTH_PARSING = /\blisten\b|\bserve\b|SIGTERM|SIGINT|[sS]hutdown|[tT]ermin|[gG]race/;

/**
 * Finds where the server of a package starts, or what it runs at a signal already, and plans the drain there. If there
 * are several places or none, or one
 * that cannot be rewritten safely, it says so and plans nothing.
 *
 * @param root - folder of the package
 * @param home - its helper, which may not be written yet
 * @param planned - new texts of files that are to be changed otherwise, by path
 */
export function planDrain(
  root: string,
  home: TrackerHome,
  evaluation: Evaluation,
  planned: ReadonlyMap<string, string> = new Map(),
): DrainPlan {
  // On the other platforms there is no shutdown, or nobody is told of it; Next.js waits for what `after` was given.
  if (home.flavour !== 'node') return { kind: 'none' };
  const { workspace } = evaluation;
  if (drainsAlready(root, home, workspace, planned)) return { kind: 'none' };
  const sources: Source[] = [];
  for (const [path, text] of textsOf(root, home, workspace, planned)) {
    if (!WORTH_PARSING.test(text)) continue;
    const source = parse(path, text);
    if (!isParseFailure(source)) sources.push(source);
  }
  const libraries = sources.flatMap((source) => shutdownsIn(source, evaluation).map((node) => placeOf(node, source)));
  if (libraries.length > 0)
    return left(
      'A library closes the server',
      libraries,
      'call `await drainTasks()` of the helper in its shutdown hook, once no request comes in any more',
    );
  const hooks = sources.flatMap((source) => hooksIn(source, evaluation).map((hook) => ({ hook, source })));
  if (hooks.length > 0) return planInHook(hooks, home, workspace, planned);
  const starts = sources.flatMap((source) => startsIn(source, evaluation).map((start) => ({ start, source })));
  return planAtStart(starts, home, workspace);
}

/** Whether some file of the package waits for the tasks: calls the drain, or hands it on. Scripts wait for their own. */
export function drainsAlready(
  root: string,
  home: TrackerHome,
  workspace: Workspace,
  planned: ReadonlyMap<string, string>,
): boolean {
  return textsOf(root, home, workspace, planned).some(([path, text]) => {
    if (!DRAIN.test(text) || SCRIPT_PATH.test(relative(root, path).replaceAll('\\', '/'))) return false;
    const source = parse(path, text);
    return isParseFailure(source) || usesDrain(source);
  });
}

const DRAIN = /\bdrain(?:OnShutdown|Tasks)\b/;

/** An import alone is none, nor is a comment. */
function usesDrain({ ast }: Source): boolean {
  const names = new Set(['drainOnShutdown', 'drainTasks']);
  walk(ast, (node) => {
    if (node.type === 'ImportSpecifier' && node.imported.type === 'Identifier' && names.has(node.imported.name))
      names.add(node.local.name);
    // `const { drainTasks: drain } = require('./fire-task.js')`
    if (isPatternProperty(node) && node.key.type === 'Identifier' && names.has(node.key.name)) {
      if (node.value.type === 'Identifier') names.add(node.value.name);
    }
  });
  return someIn(
    ast,
    (node) =>
      node.type === 'Identifier' &&
      names.has(node.name) &&
      !/^(?:Import|Export)Specifier$/.test(node.parent.type) &&
      !isPatternProperty(node.parent),
  );
}

function isPatternProperty(node: Node): node is TSESTree.Property {
  return node.type === 'Property' && node.parent.type === 'ObjectPattern';
}

/** Whether some file of the package has tasks. */
export function usesTasks(
  root: string,
  home: TrackerHome,
  workspace: Workspace,
  planned: ReadonlyMap<string, string>,
): boolean {
  return textsOf(root, home, workspace, planned).some(([, text]) => /\bfireTask\b/.test(text));
}

/** The texts of the package's files but the helper's; one that an editor has open may not be on the disk yet. */
function textsOf(
  root: string,
  home: TrackerHome,
  { files, listings, packages }: Workspace,
  planned: ReadonlyMap<string, string>,
): [path: string, text: string][] {
  return [
    ...new Set([...listings.filesOf(root), ...[...planned.keys()].filter((path) => packages.of(path).root === root)]),
  ].flatMap((path): [string, string][] => {
    const text = planned.get(path) ?? files.textAt(path);
    return text === undefined || path === home.path || registersItself(text) ? [] : [[path, text]];
  });
}

function planInHook(
  hooks: readonly { hook: ShutdownHook; source: Source }[],
  home: TrackerHome,
  workspace: Workspace,
  planned: ReadonlyMap<string, string>,
): DrainPlan {
  const places = hooks.map(({ hook, source }) => placeOf(hook.call, source));
  const functions = new Map(hooks.map(({ hook }) => [hook.place?.fn, hook.place]));
  const [place] = functions.values();
  if (functions.size > 1)
    return left(
      'Several functions run at shutdown',
      places,
      'call `await drainTasks()` of the helper in each that ends the process, once the server has closed',
    );
  const todo = 'call `await drainTasks()` of the helper there, once the server has closed and before the process ends';
  // What was found in another file was read from the disk.
  if (place === undefined || isOutdated(place.source, planned))
    return left('What runs at shutdown cannot be seen', places, todo);
  const plan = planIn({ source: place.source, node: place.fn, calls: 'drainTasks', home, workspace }, (context) =>
    hookEdits(place.fn, context),
  );
  return plan ?? left('What runs at shutdown could not be rewritten safely', places, todo);
}

function isOutdated({ path, text }: Source, planned: ReadonlyMap<string, string>): boolean {
  return planned.has(path) && planned.get(path) !== text;
}

function planAtStart(
  starts: readonly { start: ServerStart; source: Source }[],
  home: TrackerHome,
  workspace: Workspace,
): DrainPlan {
  const todo = 'call `drainOnShutdown(server)` of the helper where the server starts';
  const [first, ...others] = starts;
  if (first === undefined) return left('No place was found where a server starts', [], todo);
  const places = starts.map(({ start, source }) => placeOf(start.call, source));
  if (others.length > 0) return left('Servers start in several places', places, todo);
  const { start, source } = first;
  let reason = 'the result would not be right';
  const plan = planIn({ source, node: start.call, calls: 'drainOnShutdown', home, workspace }, (context) => {
    const edits = startEdits(start, context);
    if (typeof edits !== 'string') return edits;
    reason = edits;
    return undefined;
  });
  return plan ?? left(`Where the server starts it was left as it is, as ${reason}`, places, todo);
}

/** Where the helper's drain is to be called, and by what name the helper exports it. */
interface DrainCall {
  readonly source: Source;
  readonly node: Node;
  readonly calls: DrainName;
  readonly home: TrackerHome;
  readonly workspace: Workspace;
}

/** The verified plan of one call; undefined when `editsWith` gives no edits, or the new text is not as expected. */
function planIn(
  { source, node, calls, home, workspace }: DrainCall,
  editsWith: (context: DrainContext) => Edit[] | undefined,
): DrainPlan | undefined {
  const style = styleOf(source);
  const from = calls === 'drainOnShutdown' ? shutdownHome(home, workspace) : home;
  const reference = trackerReference(from, source, workspace, calls);
  const { calleeAt, editsFor } = trackerImportOf(source, reference, style);
  const callee = calleeAt(node);
  const edits = editsWith({ source, text: source.text, style, callee });
  if (edits === undefined) return undefined;
  const all = [...edits, ...editsFor([callee])];
  const output = applyEdits(source.text, all);
  const fault = verifyOutput(source, output, all, [callee]) ?? faultInWords(source.path, source.text, output, all);
  if (fault !== undefined) return undefined;
  const imports = {
    path: from.path,
    specifier: reference.specifier,
    ...(from !== home && !from.exists && { text: shutdownText(from.path, home, source, workspace) }),
  };
  return { kind: 'planned', place: placeOf(node, source), calls, edits: all, output, imports };
}

function left(what: string, places: readonly DrainPlace[], todo: string): DrainPlan {
  return { kind: 'left', reason: `${what}: ${todo}.`, places };
}

function placeOf(node: Node, source: Source): DrainPlace {
  return { path: source.path, line: positionAt(source, node.range[0]).line };
}
