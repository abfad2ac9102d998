import type { Launch } from '../promises/launch.ts';
import type { CallNode } from '../syntax/call.ts';
import type { SignatureNode } from '../syntax/function.ts';
import type { FindingContext } from './context.ts';
import { calleeText, chainRoot } from '../syntax/call.ts';
import { isFunction } from '../syntax/function.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { isCall } from '../syntax/walk.ts';
import { returnedExpressions } from '../values/results.ts';

/** Methods of the language that change something and give back what is seldom wanted. */
const SYNCHRONOUS =
  /^(?:push|unshift|pop|shift|splice|sort|reverse|fill|forEach|emit|pipe|addEventListener|removeEventListener|addListener|removeListener|removeAllListeners|clearTimeout|clearInterval|setTimeout|setInterval|setImmediate|queueMicrotask|nextTick|assign|defineProperty|unref|ref|toString|valueOf|require|reflow|getBoundingClientRect)$/;

/**
 * What `void f(x)` says of `f`: nobody writes it before a call that gives nothing. Undefined where code at hand shows `f`
 * to be synchronous, or where it is known from the language.
 */
export function launchByVoid(call: CallNode, { source, evaluation }: FindingContext): Launch | undefined {
  const root = chainRoot(call);
  if (!isCall(root) || root.type !== 'CallExpression') return undefined;
  const text = calleeText(root);
  if (SYNCHRONOUS.test(text.split('.').at(-1) ?? '')) return undefined;
  const callee = evaluation.expression(root.callee, source);
  if (callee?.kind === 'class') return undefined;
  if (callee?.kind === 'external' && callee.module === 'global' && (callee.steps[0] ?? '') in globalThis)
    return undefined;
  if (callee?.kind === 'function' && !mayLaunch(callee.node)) return undefined;
  return { verdict: 'promise', evidence: { step: 'syntax', why: `\`void\` says that \`${text}(…)\` is a promise` } };
}

/** Whether a function whose type nobody wrote down gives back what another call gives. */
function mayLaunch(fn: SignatureNode): boolean {
  return (
    isFunction(fn) &&
    fn.returnType === undefined &&
    returnedExpressions(fn).some((expression) => isCall(unwrap(expression)))
  );
}
