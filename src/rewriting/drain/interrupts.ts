import type { Source } from '../../syntax/source.ts';
import type { ShutdownHook } from './hooks.ts';
import type { DrainPlan } from './plan-call.ts';
import { isExit } from '../../syntax/exit.ts';
import { placeOf } from './left.ts';

/** The signal of Ctrl+C, which some process managers also send. */
export const INTERRUPT = 'SIGINT';

type Placed = readonly { readonly hook: ShutdownHook; readonly source: Source }[];

/**
 * The signals that `drainOnShutdown` is to hear where the package has its own function for Ctrl+C. Two functions for one
 * signal would end what the tasks of the other need. One that only ends the process does no harm beside it.
 */
export function signalsBeside(interrupts: Placed): readonly string[] | undefined {
  return interrupts.every(({ hook }) => onlyExits(hook)) ? undefined : ['SIGTERM'];
}

function onlyExits({ place }: ShutdownHook): boolean {
  if (place === undefined || place.fn.async) return false;
  const { body } = place.fn;
  const statements = body.type === 'BlockStatement' ? body.body : [body];
  return statements.some((each) => isExit(each.type === 'ExpressionStatement' ? each.expression : each, place.source));
}

/** The plan, with the functions for Ctrl+C that it leaves as they are: they don't wait for the tasks. */
export function withInterrupts(plan: DrainPlan, interrupts: Placed): DrainPlan {
  return plan.kind !== 'planned' || interrupts.length === 0
    ? plan
    : { ...plan, interrupts: interrupts.map(({ hook, source }) => placeOf(hook.call, source)) };
}
