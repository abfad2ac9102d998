import type { FunctionNode } from '../../syntax/function.ts';
import type { Node, Source } from '../../syntax/source.ts';
import { FILLS } from '../../catalog/conventions.ts';
import { readsOf, variableOf } from '../../syntax/binding.ts';
import { methodCall } from '../../syntax/call.ts';
import { parameterTarget } from '../../syntax/function.ts';
import { wrapped } from '../../syntax/unwrap.ts';

/**
 * Whether a function calls one of its arguments or passes it on, and doesn't just keep it: `this.jobs[id] = job`,
 * `jobs.push(job)`. Also true if that is unknown.
 */
export function runsParameter(fn: FunctionNode, index: number, source: Source): boolean {
  const parameter = fn.params[index];
  if (parameter === undefined) return true;
  const target = parameterTarget(parameter);
  const variable = target.type === 'Identifier' ? variableOf(target, source) : undefined;
  if (variable === undefined) return true;
  return readsOf(variable).some((read) => !isKept(read));
}

/** Whether a read of a name only stores, returns or tests its value. */
function isKept(read: Node): boolean {
  const node = wrapped(read);
  const { parent } = node;
  switch (parent?.type) {
    case 'AssignmentExpression':
      return parent.right === node && parent.left.type === 'MemberExpression';
    case 'ReturnStatement':
    case 'IfStatement':
    case 'BinaryExpression':
    case 'UnaryExpression':
      return true;
    case 'CallExpression':
      return parent.callee !== node && FILLS.has(methodCall(parent)?.method ?? '');
    default:
      return false;
  }
}
