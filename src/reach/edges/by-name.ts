import type { Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { Edge, EdgesOf } from './edge.ts';
import { methodCall } from '../../syntax/call.ts';
import { mostDefinitions } from '../../values/builtin-names.ts';
import { isFromCollection } from '../../values/from-collection.ts';
import { functionsByPackage } from '../../values/methods-named.ts';
import { isOnlyDeclared, isPlaceholderOf } from '../../values/value.ts';
import { keyOf } from '../function-key.ts';
import { loadedUnder, namedInLoaded } from './loaded.ts';
import { isOpenObject } from './open-object.ts';

/**
 * `req.scope.resolve('billing').chargeCustomer(1)`: the receiver is unknown, and few functions in the user's code have
 * the method's name.
 */
export const calledByName: EdgesOf = (call, source, { undecorated }) => {
  const method = methodCall(call);
  if (method === undefined) return [];
  const called = undecorated.expression(method.call.callee, source);
  const value = isFromCollection(called) ? undefined : called;
  // A member of a declared type without a known implementation may be any function with its name.
  const isStandIn = isPlaceholderOf(value);
  if (value?.kind === 'external') return ofModules(method.method, source, undecorated);
  if (value !== undefined && value.kind !== 'parameter' && !isOnlyDeclared(value) && !isStandIn) return [];
  const object = undecorated.expression(method.object, source);
  const receiver = isFromCollection(object) ? undefined : object;
  // A value from a package, or one that is known to lack the member, doesn't lead to the user's functions.
  const isOpen = receiver?.kind === 'object' && (isStandIn || isOpenObject(receiver, undecorated));
  if (receiver !== undefined && receiver.kind !== 'parameter' && receiver.kind !== 'typed' && !isOpen) return [];
  const under = loadedUnder(method.method, source, undecorated);
  if (under.length > 0) return under;
  if (mostDefinitions(method.method) === 0) return [];
  // Functions in the same package take precedence over those in others.
  for (const functions of functionsByPackage(method.method, source, undecorated)) {
    const methods = functions().filter(({ isMethod }) => isMethod);
    // With this many functions, the name says too little.
    if (methods.length > mostDefinitions(method.method)) break;
    if (methods.length > 0)
      return methods.map(({ node, source: home }) => ({
        to: keyOf(node, home),
        by: 'by-name' as const,
        evidence: 'likely' as const,
      }));
  }
  return namedInLoaded(method.method, source, undecorated);
};

/** `client.commands.get(name).messageRun(1)`: a package's object may give what the user's code has put there. */
function ofModules(name: string, source: Source, evaluation: Evaluation): Edge[] {
  return mostDefinitions(name) === 0 ? [] : namedInLoaded(name, source, evaluation);
}
