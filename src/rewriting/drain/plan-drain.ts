import { relative } from 'node:path';
import type { Evaluation } from '../../values/evaluation.ts';
import type { Workspace } from '../../project/workspace.ts';
import type { TrackerHome } from '../../helper/home.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { Edit } from '../edit.ts';
import type { DrainContext } from './context.ts';
import type { ShutdownHook } from './hooks.ts';
import type { DrainPlace, LeftDrain } from './left.ts';
import type { ServerStart } from './starts.ts';
import { SCRIPT_PATH } from '../../catalog/conventions.ts';
import { trackerReference } from '../../helper/reference.ts';
import { shutdownHome, shutdownText } from '../../helper/shutdown-file.ts';
import { isParseFailure, parse } from '../../syntax/parse.ts';
import { applyEdits } from '../edit.ts';
import { trackerImportOf } from '../import.ts';
import { styleOf } from '../style.ts';
import { faultInWords } from '../verify-words.ts';
import { verifyOutput } from '../verify.ts';
import { drainsAlready, textsOf } from './already.ts';
import { whyWrittenElsewhere } from '../remedies/written-elsewhere.ts';
import { hookEdits } from './edit-hook.ts';
import { eachStartEdits, sharedStartEdits, startEdits } from './edit-start.ts';
import { hooksIn } from './hooks.ts';
import { AT_START, left, leftWithoutStart, placeOf } from './left.ts';
import { shutdownsIn, startsIn } from './starts.ts';

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
      /** The helper's file that is imported there, and its text if it must be written. */
      readonly imports: { readonly path: string; readonly specifier: string; readonly text?: string };
    }
  | LeftDrain;

type DrainName = 'drainOnShutdown' | 'drainTasks';

/** Files that match none of these neither start a server nor listen for a signal. */
const WORTH_PARSING = /\blisten\b|\bserve\b|SIGTERM|SIGINT|[sS]hutdown|[tT]ermin|[gG]race/;

/**
 * Finds where the server of a package starts, or what the package already runs on a signal, and plans the drain there.
 * If there are several places or none, or one that can't be rewritten safely, it says so and plans nothing.
 *
 * @param root - folder of the package
 * @param home - its helper, which may not be written yet
 * @param planned - new texts of files that are changed for other reasons, by path
 */
export function planDrain(
  root: string,
  home: TrackerHome,
  evaluation: Evaluation,
  planned: ReadonlyMap<string, string> = new Map(),
): DrainPlan {
  // Other platforms have no shutdown, or don't announce it; Next.js waits for what was passed to `after`.
  if (home.flavour !== 'node') return { kind: 'none' };
  const { workspace } = evaluation;
  if (drainsAlready(root, home, workspace, planned)) return { kind: 'none' };
  const sources: Source[] = [];
  for (const [path, text] of textsOf(root, home, workspace, planned)) {
    if (!WORTH_PARSING.test(text)) continue;
    const source = parse(path, text);
    if (!isParseFailure(source)) sources.push(source);
  }
  const own = withoutScripts(sources, root);
  const libraries = own.flatMap((source) => shutdownsIn(source, evaluation).map((node) => placeOf(node, source)));
  if (libraries.length > 0)
    return left(
      'A library closes the server',
      libraries,
      'call `await drainTasks()` of the helper in its shutdown hook, once no more requests arrive',
    );
  const hooks = own.flatMap((source) => hooksIn(source, evaluation).map((hook) => ({ hook, source })));
  const starts = own.flatMap((source) => startsIn(source, evaluation).map((start) => ({ start, source })));
  // A hook for Ctrl+C alone doesn't handle the signal that stops a server.
  const isOfServer = hooks.some(({ hook }) => hook.signal === undefined || hook.signal === 'SIGTERM');
  if (isOfServer || (hooks.length > 0 && starts.length === 0)) return planInHook(hooks, home, evaluation, planned);
  return starts.length > 0 ? planAtStart(starts, home, workspace) : leftWithoutStart(root, workspace);
}

/** The sources without scripts and tests, unless there are no others. */
function withoutScripts(sources: readonly Source[], root: string): readonly Source[] {
  const own = sources.filter(({ path }) => !SCRIPT_PATH.test(relative(root, path).replaceAll('\\', '/')));
  return own.length > 0 ? own : sources;
}

function planInHook(
  hooks: readonly { hook: ShutdownHook; source: Source }[],
  home: TrackerHome,
  evaluation: Evaluation,
  planned: ReadonlyMap<string, string>,
): DrainPlan {
  const { workspace } = evaluation;
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
  // A function in another file was read from disk, not from the planned text.
  if (place === undefined || isOutdated(place.source, planned))
    return left('The code that runs at shutdown could not be found', places, todo);
  let why = '';
  const plan = planIn({ source: place.source, node: place.fn, calls: 'drainTasks', home, workspace }, (context) => {
    const edits = hookEdits(place.fn, context, evaluation);
    if (typeof edits !== 'string') return edits;
    why = `, because ${edits}`;
    return undefined;
  });
  return plan ?? left(`The code that runs at shutdown could not be rewritten safely${why}`, places, todo);
}

function isOutdated({ path, text }: Source, planned: ReadonlyMap<string, string>): boolean {
  return planned.has(path) && planned.get(path) !== text;
}

function planAtStart(
  starts: readonly { start: ServerStart; source: Source }[],
  home: TrackerHome,
  workspace: Workspace,
): DrainPlan {
  const todo = AT_START;
  const [first, ...others] = starts;
  if (first === undefined) return { kind: 'none' };
  const places = starts.map(({ start, source }) => placeOf(start.call, source));
  const { start, source } = first;
  if (others.length > 0) {
    const all = others.every((other) => other.source === source) ? starts.map((each) => each.start) : [];
    const call = { source, node: start.call, calls: 'drainOnShutdown', home, workspace } as const;
    const plan =
      all.length === 0
        ? undefined
        : planIn(call, (context) => sharedStartEdits(all, context) ?? eachStartEdits(all, context));
    return plan ?? left('Servers start in several places', places, todo);
  }
  let reason =
    whyWrittenElsewhere(source, workspace) === undefined
      ? 'the result would be wrong'
      : 'its file is generated or a copy';
  const plan = planIn({ source, node: start.call, calls: 'drainOnShutdown', home, workspace }, (context) => {
    const edits = startEdits(start, context);
    if (typeof edits !== 'string') return edits;
    reason = edits;
    return undefined;
  });
  return plan ?? left(`The place where the server starts was left unchanged, because ${reason}`, places, todo);
}

/** Where the helper's drain is called, and the name under which the helper exports it. */
interface DrainCall {
  readonly source: Source;
  readonly node: Node;
  readonly calls: DrainName;
  readonly home: TrackerHome;
  readonly workspace: Workspace;
}

/**
 * The verified plan for one call; undefined if the file is generated or copied, `editsWith` returns no edits, or a
 * check fails.
 */
function planIn(
  { source, node, calls, home, workspace }: DrainCall,
  editsWith: (context: DrainContext) => Edit[] | undefined,
): DrainPlan | undefined {
  if (whyWrittenElsewhere(source, workspace) !== undefined) return undefined;
  const style = styleOf(source);
  const from = calls === 'drainOnShutdown' ? shutdownHome(home, workspace) : home;
  const reference = trackerReference(from, source, workspace, calls);
  const { calleeAt, editsFor } = trackerImportOf(source, reference, style);
  const callee = calleeAt(node);
  const edits = editsWith({ source, text: source.text, style, callee });
  if (edits === undefined) return undefined;
  const all = [...edits, ...editsFor([callee])];
  const output = applyEdits(source.text, all);
  const callees = edits.filter(({ text }) => text.includes(`${callee}(`)).map(() => callee);
  const fault = verifyOutput(source, output, all, callees) ?? faultInWords(source.path, source.text, output, all);
  if (fault !== undefined) return undefined;
  const imports = {
    path: from.path,
    specifier: reference.specifier,
    ...(from !== home && !from.exists && { text: shutdownText(from.path, home, source, workspace) }),
  };
  return { kind: 'planned', place: placeOf(node, source), calls, edits: all, output, imports };
}
