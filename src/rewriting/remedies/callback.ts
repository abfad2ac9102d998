import type { Finding } from '../../findings/finding.ts';
import type { FunctionNode } from '../../syntax/function.ts';
import type { Node } from '../../syntax/source.ts';
import type { Edit } from '../edit.ts';
import type { RewriteContext, Outcome } from '../context.ts';
import { isFunction } from '../../syntax/function.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { contains } from '../../syntax/position.ts';
import { returnedExpressions } from '../../values/results.ts';
import { close, open, replace } from '../edit.ts';
import { findToken } from '../trivia.ts';
import { referenceTask, takesOff } from './reference.ts';
import { bindsItsOwn, wrapTask } from './task.ts';

const UNUSUAL: Outcome = {
  code: 'unusual-callback',
  reason: 'The callback could not be rewritten: wrap its body by hand.',
};

/** The callback stays where it is; what it starts becomes a task each time it runs. */
export function callbackTask(finding: Finding, context: RewriteContext): Outcome {
  const callback = unwrap(finding.node);
  const outcome = !isFunction(callback)
    ? referenceTask(finding, context, callback)
    : finding.launch === callback
      ? asyncTask(finding, context, callback)
      : returnedTask(finding, context, callback);
  return 'code' in outcome || !/^set(?:Timeout|Interval)$/.test(siteCallee(finding, context))
    ? outcome
    : {
        ...outcome,
        note: 'The wait for the timer is not tracked: a callback that has not started at shutdown never runs.',
      };
}

function siteCallee({ site }: Finding, { text }: RewriteContext): string {
  return site.type === 'CallExpression' ? text.slice(...site.callee.range) : '';
}

/**
 * `async (id) => {…}` → `(id) => { fireTask(async () => {…}, 'name'); }`, without changing any indentation. The inner
 * function is an arrow function, so `this` and `arguments` stay those of the callback.
 */
function asyncTask(
  finding: Finding,
  { source, text, style, calleeAt, taskName }: RewriteContext,
  fn: FunctionNode,
): Outcome {
  const uses = usesOfItself(fn, source.scopes);
  if (uses.length > 0) {
    // Code that calls it by name may wait for it, so it stays async.
    if (fn.params.length > 0 || bindsItsOwn(fn) || uses.some(isTakenOff))
      return {
        code: 'names-itself',
        reason:
          'The callback calls itself by name, and that call may wait for it: wrap it in an arrow function ' +
          'that passes its promise to fireTask.',
      };
    const callee = calleeAt(fn);
    return { callee, edits: [open(fn.range[0], `() => ${callee}(`), close(fn.range[1], `, ${taskName(finding)})`)] };
  }
  if (redeclaresParameter(fn, source.scopes)) {
    return {
      code: 'redeclares-parameter',
      reason:
        'The callback declares a variable with the name of its parameter: give it another name, then run this again.',
    };
  }
  const callee = calleeAt(fn.body);
  const keyword = /^async[^\S\r\n]*/.exec(text.slice(...fn.range))?.[0] ?? '';
  const edits: Edit[] = [replace(fn.range[0], fn.range[0] + keyword.length, '')];
  // The return type is a promise, so it belongs to the inner function.
  const { returnType } = fn;
  const type = returnType == null ? '' : text.slice(...returnType.range);
  if (returnType != null) edits.push(replace(...returnType.range, ''));
  const opening = `{ ${callee}(async ()${type} =>`;
  if (fn.type === 'ArrowFunctionExpression') {
    const header = Math.max(
      fn.range[0],
      fn.typeParameters?.range[1] ?? 0,
      fn.params.at(-1)?.range[1] ?? 0,
      returnType?.range[1] ?? 0,
    );
    const arrow = findToken(text, '=>', header, fn.body.range[0]);
    if (arrow === undefined) return UNUSUAL;
    const end = arrow + '=>'.length;
    edits.push(open(end, `${/\s/.test(text[end] ?? '') ? ' ' : ''}${opening}`));
  } else edits.push(open(fn.body.range[0], `${opening} `));
  return { callee, edits: [...edits, close(fn.range[1], `, ${taskName(finding)})${style.semicolon} }`)] };
}

/**
 * The uses of a callback's own name, such as `poll` in `async function poll() { …; setTimeout(poll, 50); }`. A listener
 * that only removes itself may keep doing so.
 */
function usesOfItself(fn: FunctionNode, scopes: RewriteContext['source']['scopes']): Node[] {
  if (fn.type !== 'FunctionExpression' || fn.id === null) return [];
  const uses = scopes.acquire(fn)?.variables[0]?.references.map(({ identifier }) => identifier) ?? [];
  return uses.every(isTakenOff) ? [] : uses;
}

function isTakenOff(use: Node): boolean {
  return use.parent != null && takesOff(use.parent);
}

/** In `(id) => { var id = …; }`, the `var` is the parameter; in an inner function, it would be another variable. */
function redeclaresParameter(fn: FunctionNode, scopes: RewriteContext['source']['scopes']): boolean {
  const variables = scopes.acquire(fn, true)?.variables ?? [];
  return variables.some(({ defs }) => defs.length > 1 && defs.some(({ type }) => type === 'Parameter'));
}

/** `() => run(x)` → `() => fireTask(run(x), 'run')`, and the same for a `return` in a block. */
function returnedTask(finding: Finding, context: RewriteContext, fn: FunctionNode): Outcome {
  const top = returnedExpressions(fn).find((expression) => contains(expression, finding.launch));
  if (top === undefined) return UNUSUAL;
  const outcome = wrapTask(finding, context, top);
  const { returnType } = fn;
  // The declared return type is a promise, but the callback now returns a task.
  return 'code' in outcome || returnType == null
    ? outcome
    : { ...outcome, edits: [replace(...returnType.range, ''), ...outcome.edits] };
}
