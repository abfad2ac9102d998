import type { Sink } from '../catalog/entry.ts';
import type { CallNode } from '../syntax/call.ts';
import type { Context } from './context.ts';
import { methodCall } from '../syntax/call.ts';
import { unwrap } from '../syntax/unwrap.ts';

/**
 * The sink that a call is: by what it calls, or else by the method's name, unless that name is known to mean something
 * else on the object.
 */
export function sinkTaking(call: CallNode, { source, evaluation }: Context): Sink | undefined {
  const { catalog } = evaluation;
  const value = evaluation.expression(call, source);
  const known = value?.kind === 'external' ? catalog.sinks.find(value) : undefined;
  if (known !== undefined) return known;
  const method = methodCall(call);
  const sink = method === undefined ? undefined : catalog.sinkMethods.get(method.method);
  const object = method === undefined ? undefined : unwrap(method.object);
  return object?.type === 'Identifier' && sink?.notOn?.includes(object.name) === true ? undefined : sink;
}
