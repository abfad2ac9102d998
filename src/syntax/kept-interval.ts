import type { Node, Source } from './source.ts';
import { variableOf } from './binding.ts';
import { calleeText, methodCall } from './call.ts';
import { unwrap, wrapped } from './unwrap.ts';

/**
 * Whether a call sets an interval that belongs to something which outlives the function around it: its handle is kept
 * in a field or a variable of the module, or it was made not to hold the process.
 */
export function isKeptInterval(call: Node, source: Source): boolean {
  return (
    call.type === 'CallExpression' &&
    /^(?:global(?:This)?\.)?setInterval$/.test(calleeText(call)) &&
    isKept(call, source)
  );
}

function isKept(call: Node, source: Source): boolean {
  const outer = wrapped(call);
  const { parent } = outer;
  if (parent?.type === 'AssignmentExpression' && parent.right === outer) {
    const target = unwrap(parent.left);
    if (target.type === 'MemberExpression') return true;
    const scope = target.type === 'Identifier' ? variableOf(target, source)?.scope.type : undefined;
    return scope === 'module' || scope === 'global';
  }
  const around = parent?.type === 'MemberExpression' ? wrapped(parent).parent : undefined;
  return around !== undefined && methodCall(around)?.method === 'unref';
}
