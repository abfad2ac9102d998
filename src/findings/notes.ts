import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import type { Loss } from './make-escape.ts';
import type { FindingContext } from './context.ts';
import { isCaughtWithin } from '../syntax/caught.ts';
import { continuationsOf } from '../syntax/continuations.ts';
import { enclosingFunction, isFunction } from '../syntax/function.ts';
import { positionAt } from '../syntax/position.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { FORMS } from './forms.ts';
import { isRejection } from './rejecting.ts';
import { staysUnhandled } from './handled.ts';

/** An extra sentence for this site; undefined if the form's message says everything. */
export function noteFor(loss: Loss, context: FindingContext): string | undefined {
  const { form, launch, lost } = loss;
  if (lost.end !== undefined) return pathOf(lost.end, context);
  switch (FORMS[form].rejection) {
    case 'handled':
      return staysUnhandled(loss, context) ? rethrowIn(lost.links, context.source) : undefined;
    case 'unhandled':
      return isTried(launch) ? 'The surrounding try/catch can never catch its rejection.' : undefined;
    case 'beside the point':
      return undefined;
  }
}

/** Names the path that drops the promise, by its line. */
function pathOf(end: Node, { source }: FindingContext): string {
  const line = positionAt(source, isFunction(end) ? end.range[1] - 1 : end.range[0]).line.toString();
  return isFunction(end)
    ? `The function can end on line ${line} without using it.`
    : `Line ${line} returns or throws without it.`;
}

/** `.catch((error) => { throw error; })`, `.catch((error) => { log(error); throw error; })` */
function rethrowIn(links: readonly TSESTree.CallExpression[], source: Source): string | undefined {
  const bodies = links.map(catchBody);
  if (bodies.some((body) => body.length === 1 && rethrows(body[0], source)))
    return 'Its catch only rethrows, so nothing is handled.';
  return bodies.some((body) => rethrows(body.at(-1), source))
    ? 'Its catch throws again, so the process can still crash.'
    : undefined;
}

/** `throw error;`, `return Promise.reject(error);` */
function rethrows(statement: Node | undefined, source: Source): boolean {
  if (statement?.type === 'ThrowStatement') return true;
  const given = statement?.type === 'ReturnStatement' ? statement.argument : statement;
  return given != null && isRejection(given, source);
}

/** The statements of the failure handler, or the expression that an arrow function returns. */
function catchBody(link: TSESTree.CallExpression): readonly Node[] {
  const { failed } = continuationsOf(link);
  const handler = failed === undefined ? undefined : unwrap(failed);
  if (!isFunction(handler)) return [];
  return handler.body.type === 'BlockStatement' ? handler.body.body : [handler.body];
}

/** Whether a `catch` in the same function catches what is thrown at a node. */
export function isTried(launch: Node): boolean {
  return isCaughtWithin(enclosingFunction(launch), launch);
}
