import type { TrackerHome } from '../../helper/home.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { ShutdownHook } from './hooks.ts';
import type { DrainPlan } from './plan-call.ts';
import { calleeText } from '../../syntax/call.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { closesServer, hookEdits } from './edit-hook.ts';
import { left, placeOf } from './left.ts';
import { planIn } from './plan-call.ts';

/**
 * Plans the drain in what the package runs on a signal.
 *
 * @param ends - the hook that closing the server runs, and that may end what the tasks need
 */
export function planInHook(
  hooks: readonly { hook: ShutdownHook; source: Source }[],
  home: TrackerHome,
  evaluation: Evaluation,
  planned: ReadonlyMap<string, string>,
  ends: string | undefined,
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
  if (ends !== undefined && closesServer(place.fn, place.source, evaluation))
    return left(
      `Closing the server runs its \`${ends}\` hooks, which may end what the tasks need`,
      places,
      'call `await drainTasks()` of the helper in the first of these hooks that runs',
    );
  if (hooks.every(({ hook }) => isSetBySetting(hook.call)))
    return left(
      'The code that runs at shutdown is only set up with one of the settings',
      places,
      'call `await drainTasks()` of the helper there, before the process ends, and likewise with the other settings',
    );
  let why = '';
  const plan = planIn({ source: place.source, node: place.fn, calls: 'drainTasks', home, workspace }, (context) => {
    const edits = hookEdits(place.fn, context, evaluation);
    if (typeof edits !== 'string') return edits;
    why = `, because ${edits}`;
    return undefined;
  });
  return plan ?? left(`The code that runs at shutdown could not be rewritten safely${why}`, places, todo);
}

/**
 * `if (!IS_CLOUD) process.on('SIGTERM', stop);`: with the other setting, nothing waits. A program that asks whether it
 * is in production, or the main module, has no tasks elsewhere.
 */
function isSetBySetting(call: Node): boolean {
  for (let inner = call; inner.parent != null; inner = inner.parent) {
    const outer: Node = inner.parent;
    if (outer.type === 'IfStatement' && outer.test !== inner && isSetting(unwrap(outer.test))) return true;
  }
  return false;
}

function isSetting(test: Node): boolean {
  const node = test.type === 'UnaryExpression' && test.operator === '!' ? unwrap(test.argument) : test;
  const name = node.type === 'Identifier' ? node.name : calleeText(node);
  return (
    (/^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(name) || /^process\.env\.\w+$/.test(name)) &&
    !/PROD|DEV|NODE_ENV|MAIN|PRIMARY|MASTER|WORKER|TEST|NEXT_MANUAL_SIG_HANDLE/.test(name)
  );
}

function isOutdated({ path, text }: Source, planned: ReadonlyMap<string, string>): boolean {
  return planned.has(path) && planned.get(path) !== text;
}
