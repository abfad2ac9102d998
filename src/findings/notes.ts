import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../syntax/source.ts';
import type { Loss } from './make-escape.ts';
import type { Context } from '../ownership/index.ts';
import { methodCall } from '../syntax/call.ts';
import { enclosingFunction, isFunction } from '../syntax/function.ts';
import { positionAt } from '../syntax/position.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { FORMS } from './forms.ts';

/** A sentence that only this code calls for; undefined when the form's message says all. */
export function noteFor({ form, launch, lost }: Loss, context: Context): string | undefined {
  if (lost.end !== undefined) return pathOf(lost.end, context);
  switch (FORMS[form].rejection) {
    case 'handled':
      return lost.links.some(onlyRethrows) ? 'Its catch only rethrows, so nothing is handled.' : undefined;
    case 'unhandled':
      return isTried(launch) ? 'The surrounding try/catch can never catch its rejection.' : undefined;
    case 'beside the point':
      return undefined;
  }
}

/** Which path drops the promise, by its line. */
function pathOf(end: Node, { source }: Context): string {
  const line = positionAt(source, isFunction(end) ? end.range[1] - 1 : end.range[0]).line.toString();
  return isFunction(end)
    ? `The function can end on line ${line} without using it.`
    : `Line ${line} returns or throws without it.`;
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

/** Whether a `catch` of the same function gets what is thrown at a node. */
export function isTried(launch: Node): boolean {
  const fn = enclosingFunction(launch);
  for (let inner = launch; inner.parent != null && inner !== fn; inner = inner.parent) {
    const outer: Node = inner.parent;
    if (outer.type === 'TryStatement' && outer.block === inner && outer.handler !== null) return true;
  }
  return false;
}
