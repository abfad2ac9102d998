import type { Evaluation } from '../../values/evaluation.ts';
import type { Workspace } from '../../project/workspace.ts';
import type { TrackerHome } from '../../helper/home.ts';
import type { Source } from '../../syntax/source.ts';
import type { ServerStart } from './starts.ts';
import type { DrainPlan } from './plan-call.ts';
import { relative } from 'node:path';
import { SCRIPT_PATH } from '../../catalog/folders.ts';
import { isParseFailure, parse } from '../../syntax/parse.ts';
import { drainsAlready, textsOf } from './already.ts';
import { whyWrittenElsewhere } from '../remedies/written-elsewhere.ts';
import { eachStartEdits, sharedStartEdits, startEdits } from './edit-start.ts';
import { hooksIn } from './hooks.ts';
import { AT_START, left, leftWithoutStart, placeOf } from './left.ts';
import { shutdownsIn, startsIn } from './starts.ts';
import { planIn } from './plan-call.ts';
import { addsHook } from './added-hook.ts';
import { INTERRUPT, signalsBeside, withInterrupts } from './interrupts.ts';
import { planInHook } from './plan-in-hook.ts';

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
  if (home.flavour !== 'node' && home.flavour !== 'cloudflare') return { kind: 'none' };
  const { workspace } = evaluation;
  if (drainsAlready(root, home, workspace, planned)) return { kind: 'none' };
  const sources: Source[] = [];
  for (const [path, text] of textsOf(root, home, workspace, planned)) {
    if (!WORTH_PARSING.test(text)) continue;
    const source = parse(path, text);
    if (!isParseFailure(source)) sources.push(source);
  }
  const own = withoutScripts(sources, root);
  const starts = own.flatMap((source) => startsIn(source, evaluation).map((start) => ({ start, source })));
  if (home.flavour === 'cloudflare') return besideWorker(starts, root);
  const libraries = own.flatMap((source) => shutdownsIn(source, evaluation).map((node) => placeOf(node, source)));
  if (libraries.length > 0)
    return left(
      'A library closes the server',
      libraries,
      'call `await drainTasks()` of the helper in its shutdown hook, once no more requests arrive',
    );
  const hooks = own.flatMap((source) => hooksIn(source, evaluation).map((hook) => ({ hook, source })));
  // A hook for Ctrl+C alone doesn't handle the signal that stops a server.
  const isOfServer = hooks.some(({ hook }) => hook.signal === undefined || hook.signal === 'SIGTERM');
  if (isOfServer || (hooks.length > 0 && starts.length === 0))
    return planInHook(hooks, home, evaluation, planned, endingHook(starts, root, home, workspace, planned));
  if (starts.length === 0) return leftWithoutStart(root, workspace);
  const interrupts = hooks.filter(({ hook }) => hook.signal === INTERRUPT);
  return withInterrupts(planAtStart(starts, home, workspace, signalsBeside(interrupts)), interrupts);
}

/** A Worker gets no signal, but the same package may also run as a server of Node. */
function besideWorker(starts: readonly { start: ServerStart; source: Source }[], root: string): DrainPlan {
  const own = starts.filter(({ source }) => !isScript(source, root));
  if (own.length === 0) return { kind: 'none' };
  return left(
    'This server runs in Node, beside the Worker',
    own.map(({ start, source }) => placeOf(start.call, source)),
    'call `await drainTasks()` of the helper when it is told to stop, once it has closed',
  );
}

/** The hook that closing a server of the package runs, and that some file of the package has. */
function endingHook(
  starts: readonly { start: ServerStart }[],
  ...where: Parameters<typeof textsOf>
): string | undefined {
  const names = starts.flatMap(({ start }) => start.start.ends ?? []);
  if (names.length === 0) return undefined;
  const texts = textsOf(...where);
  return names.find((name) => texts.some(([path, text]) => text.includes(name) && addsHook(name, path, text)));
}

/** The sources without scripts and tests, unless there are no others. */
function withoutScripts(sources: readonly Source[], root: string): readonly Source[] {
  const own = sources.filter((source) => !isScript(source, root));
  return own.length > 0 ? own : sources;
}

function isScript({ path }: Source, root: string): boolean {
  return SCRIPT_PATH.test(relative(root, path).replaceAll('\\', '/'));
}

function planAtStart(
  starts: readonly { start: ServerStart; source: Source }[],
  home: TrackerHome,
  workspace: Workspace,
  signals: readonly string[] | undefined,
): DrainPlan {
  const todo = AT_START;
  const [first, ...others] = starts;
  if (first === undefined) return { kind: 'none' };
  const places = starts.map(({ start, source }) => placeOf(start.call, source));
  const { start, source } = first;
  if (others.length > 0) {
    const all = others.every((other) => other.source === source) ? starts.map((each) => each.start) : [];
    const call = { source, node: start.call, calls: 'drainOnShutdown', home, workspace, signals } as const;
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
  const plan = planIn({ source, node: start.call, calls: 'drainOnShutdown', home, workspace, signals }, (context) => {
    const edits = startEdits(start, context);
    if (typeof edits !== 'string') return edits;
    reason = edits;
    return undefined;
  });
  return plan ?? left(`The place where the server starts was left unchanged, because ${reason}`, places, todo);
}
