import type { Finding } from '../../findings/finding.ts';
import type { FunctionNode } from '../../syntax/function.ts';
import type { Node } from '../../syntax/source.ts';
import type { Ground, Outcome } from '../ground.ts';
import { chainedOnto } from '../../syntax/call.ts';
import { isFunction, parameterTarget } from '../../syntax/function.ts';
import { unwrap, wrapped } from '../../syntax/unwrap.ts';
import { walk } from '../../syntax/walk.ts';
import { evaluate } from '../../values/evaluate.ts';
import { close, open, replace } from '../edit.ts';
import { bindsItsOwn, wrapTask } from './wrap.ts';

/** The callback stays where it is; what it starts becomes a task each time it runs. */
export function callbackTask(finding: Finding, ground: Ground): Outcome {
  const callback = unwrap(finding.node);
  if (!isFunction(callback)) return referenceTask(finding, ground, callback);
  if (finding.launch !== callback) return wrapTask(finding, ground, withChain(finding.launch));
  return asyncTask(finding, ground, callback);
}

/** `async (id) => {…}` → `(id) => { fireTask(async () => {…}, 'name'); }`: insertions, and `async ` away; nothing is re-indented. */
function asyncTask(finding: Finding, { text, style, tracker, taskName }: Ground, fn: FunctionNode): Outcome {
  if (fn.type === 'FunctionExpression' && bindsItsOwn(fn)) {
    return { code: 'uses-this', reason: 'The callback uses its own this or arguments: make it an arrow function, or wrap its body by hand.' };
  }
  if (fn.params.some(awaits)) return { code: 'awaits-in-parameter', reason: 'A parameter of the callback awaits: move that into its body.' };
  const [start, end] = fn.body.range;
  const keyword = /^async[^\S\r\n]*/.exec(text.slice(fn.range[0], start))?.[0];
  if (keyword === undefined) return { code: 'unusual-callback', reason: 'The callback could not be taken apart: wrap its body by hand.' };
  if (fn.body.type !== 'BlockStatement' && end < fn.range[1]) {
    return { code: 'parenthesised-body', reason: 'The callback returns an expression in parentheses: give it a block body, then run this again.' };
  }
  return {
    tracked: true,
    edits: [
      replace(fn.range[0], fn.range[0] + keyword.length, ''),
      open(start, `{ ${tracker.callee}(async () => `),
      close(end, `, ${taskName(finding)})${style.semicolon} }`),
    ],
  };
}

/** `ids.forEach(audit)` → `ids.forEach((id) => fireTask(audit(id), 'audit'))`, with the function's own parameters. */
function referenceTask(finding: Finding, { source, tracker, taskName }: Ground, callback: Node): Outcome {
  const value = callback.type === 'Identifier' ? evaluate(callback, source) : undefined;
  const names = value?.kind === 'function' ? value.node.params.map((parameter) => plainName(parameterTarget(parameter))) : undefined;
  if (names === undefined || names.some((name) => name === undefined || name === tracker.callee || (callback.type === 'Identifier' && name === callback.name))) {
    return { code: 'function-reference', reason: 'The callback is given by name: write it as an arrow function that calls it, then run this again.' };
  }
  const list = names.join(', ');
  const [start, end] = callback.range;
  return { tracked: true, edits: [open(start, `(${list}) => ${tracker.callee}(`), close(end, `(${list}), ${taskName(finding)})`)] };
}

function plainName(target: Node): string | undefined {
  return target.type === 'Identifier' ? target.name : undefined;
}

function withChain(launch: Node): Node {
  let node = wrapped(launch);
  for (let chain = chainedOnto(node); chain !== undefined; chain = chainedOnto(node)) node = wrapped(chain);
  return node;
}

function awaits(parameter: Node): boolean {
  let found = false;
  walk(parameter, (node) => {
    if (node.type === 'AwaitExpression') found = true;
    return !found && !isFunction(node);
  });
  return found;
}
