import type { EdgesOf } from './edge.ts';
import { methodCall } from '../../syntax/call.ts';
import { mostDefinitions } from '../../values/builtin-names.ts';
import { functionsByPackage } from '../../values/methods-named.ts';
import { isOnlyDeclared } from '../../values/value.ts';
import { keyOf } from '../function-key.ts';

/**
 * `req.scope.resolve('billing').chargeCustomer(1)`: of the receiver nothing is known, and few functions of the user's
 * code have the method's name.
 */
export const calledByName: EdgesOf = (call, source, { undecorated }) => {
  const method = methodCall(call);
  if (method === undefined || mostDefinitions(method.method) === 0) return [];
  const value = undecorated.expression(method.call.callee, source);
  // Of a member of a written type that nothing says it implements, whatever has such a member may be meant.
  if (value !== undefined && value.kind !== 'parameter' && !isOnlyDeclared(value)) return [];
  const receiver = undecorated.expression(method.object, source);
  // What a package gives, or a value whose members are known to lack the name, is no function of the user's.
  if (receiver !== undefined && receiver.kind !== 'parameter' && receiver.kind !== 'typed') return [];
  // Those of the package around the call are meant before those of others.
  for (const functions of functionsByPackage(method.method, source, undecorated)) {
    const methods = functions().filter(({ isMethod }) => isMethod);
    // Where so many have a name, it says too little.
    if (methods.length > mostDefinitions(method.method)) return [];
    if (methods.length > 0)
      return methods.map(({ node, source: home }) => ({
        to: keyOf(node, home),
        by: 'by-name' as const,
        evidence: 'likely' as const,
      }));
  }
  return [];
};
