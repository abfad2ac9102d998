import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../syntax/source.ts';
import type { Lost } from '../ownership/owner.ts';
import type { FormName } from './finding.ts';
import type { Ground } from '../ownership/context.ts';
import { methodCall } from '../syntax/call.ts';
import { isFunction } from '../syntax/function.ts';
import { positionAt } from '../syntax/position.ts';
import { unwrap } from '../syntax/unwrap.ts';

/** A sentence that only this code calls for; undefined when the form's message says all. */
export function noteFor(form: FormName, launch: Node, lost: Lost, ground: Ground): string | undefined {
  if (form === 'partial') return pathOf(lost, ground);
  if (form === 'caught' && lost.links.some(onlyRethrows)) return 'Its catch only rethrows, so it handles nothing.';
  if (form !== 'caught' && form !== 'answered' && form !== 'middleware' && isTried(launch, ground))
    return 'The try/catch around it can never catch its rejection.';
  return undefined;
}

/** Which path drops the promise, by its line. */
function pathOf({ end }: Lost, { source }: Ground): string | undefined {
  if (end === undefined) return undefined;
  const line = positionAt(source.text, isFunction(end) ? end.range[1] - 1 : end.range[0]).line.toString();
  return isFunction(end)
    ? `The function can end on line ${line} without having used it.`
    : `Line ${line} leaves without it.`;
}

/** `.catch((error) => { throw error; })` */
function onlyRethrows(link: TSESTree.CallExpression): boolean {
  const [first] = link.arguments;
  const handler = first === undefined ? undefined : unwrap(first);
  if (methodCall(link)?.method !== 'catch' || !isFunction(handler) || handler.body.type !== 'BlockStatement')
    return false;
  const [statement, ...others] = handler.body.body;
  return statement?.type === 'ThrowStatement' && others.length === 0;
}

function isTried(launch: Node, ground: Ground): boolean {
  const fn = ground.functionOf(launch);
  for (let inner = launch; inner.parent != null && inner !== fn; inner = inner.parent) {
    const outer: Node = inner.parent;
    if (outer.type === 'TryStatement' && outer.block === inner && outer.handler !== null) return true;
  }
  return false;
}
