import type { Finding } from '../../findings/finding.ts';
import type { Node } from '../../syntax/source.ts';
import type { RewriteContext } from '../context.ts';
import { FORMS } from '../../findings/forms.ts';
import { chainedOnto, methodCall } from '../../syntax/call.ts';
import { isFunction } from '../../syntax/function.ts';
import { unwrap, wrapped } from '../../syntax/unwrap.ts';

/** The expression that becomes the task: the launch with its chain. */
export interface Span {
  readonly node: Node;
  /** Whether its value is an array of promises, which `Promise.all` turns into one. */
  readonly isArray: boolean;
}

export function spanOf({ launch, form }: Finding, context: Pick<RewriteContext, 'source' | 'evaluation'>): Span {
  let node = wrapped(launch);
  const isArray = FORMS[form].subject === 'array' || isMapOfPromises(node, context);
  for (let chain = chainedOnto(node); chain !== undefined; chain = chainedOnto(node)) node = wrapped(chain);
  return { node, isArray };
}

/** `items.map(run)`, in contrast to the user's own or a library's `map` that returns one promise. */
function isMapOfPromises(
  expression: Node,
  { source, evaluation }: Pick<RewriteContext, 'source' | 'evaluation'>,
): boolean {
  const call = methodCall(unwrap(expression));
  if (call === undefined || (call.method !== 'map' && call.method !== 'flatMap')) return false;
  const [callback] = call.call.arguments;
  return (
    callback !== undefined &&
    (isFunction(unwrap(callback)) || evaluation.expression(callback, source)?.kind === 'function')
  );
}
