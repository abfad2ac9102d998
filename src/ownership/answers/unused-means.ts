import type { Node } from '../../syntax/source.ts';
import type { Context } from '../context.ts';
import { variableOf } from '../../syntax/binding.ts';
import { isFunction, isInvokedInPlace, parameterTarget } from '../../syntax/function.ts';
import { unwrap, wrapped } from '../../syntax/unwrap.ts';
import { functionOf } from '../../values/function-of.ts';
import { isResponder } from './carriers.ts';

/**
 * Whether a call receives the means to answer but its code uses none of them: `audit(req, res)` that reads
 * `res.statusCode`. It then takes on no duty. What happens to a value read from them can't be seen.
 */
export function leavesMeansUnused(call: Node, context: Context): boolean {
  if (call.type !== 'CallExpression') return false;
  const callee = functionOf(call.callee, context.source, context.evaluation);
  if (callee === undefined) return false;
  const { fn, source } = callee;
  const responders = context.responders(call);
  // `sendTo(res)(rows)`: the function that a call returns uses what that call receives.
  const maker = unwrap(call.callee);
  if (maker.type === 'CallExpression' && !call.arguments.some((argument) => isResponder(argument, responders)))
    return leavesMeansUnused(maker, context);
  return call.arguments.every((argument, index) => {
    // It can't be seen who else holds a callback.
    if (isFunction(unwrap(argument))) return false;
    if (!isResponder(argument, responders)) return true;
    const parameter = fn.params[index];
    const target = parameter === undefined ? undefined : parameterTarget(parameter);
    const variable = target?.type === 'Identifier' ? variableOf(target, source) : undefined;
    return variable?.references.every(({ identifier }) => isPlainRead(identifier)) ?? false;
  });
}

/** `res.statusCode`: a property that is read, and neither called nor written. */
function isPlainRead(identifier: Node): boolean {
  const member = wrapped(identifier).parent;
  if (member?.type !== 'MemberExpression' || member.object !== wrapped(identifier) || isInvokedInPlace(member))
    return false;
  const { parent } = wrapped(member);
  return !(parent?.type === 'AssignmentExpression' && unwrap(parent.left) === member);
}
