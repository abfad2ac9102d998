import type { Node, Source } from './source.ts';
import { variableOf } from './binding.ts';
import { calleeText, methodCall } from './call.ts';
import { enclosingFunction } from './function.ts';
import { unwrap, wrapped } from './unwrap.ts';

/**
 * Whether a call sets an interval that belongs to something that outlives the enclosing function: a field or a module's
 * variable holds its handle, the object itself clears it, or `unref` lets the process end without it.
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
  if (parent?.type === 'VariableDeclarator')
    return variableOf(parent.id, source)?.references.some(({ identifier }) => isClearedByOwner(identifier)) ?? false;
  const around = parent?.type === 'MemberExpression' ? wrapped(parent).parent : undefined;
  return around !== undefined && methodCall(around)?.method === 'unref';
}

/** `t` in `this.on('end', () => clearInterval(t))`: the interval lasts as long as the object. */
function isClearedByOwner(handle: Node): boolean {
  const clearing = wrapped(handle).parent;
  if (clearing?.type !== 'CallExpression' || !/^(?:global(?:This)?\.)?clearInterval$/.test(calleeText(clearing)))
    return false;
  const listener = enclosingFunction(clearing);
  const call = listener === undefined ? undefined : wrapped(listener).parent;
  const method = call == null ? undefined : methodCall(call);
  return (
    method !== undefined && /^(?:on|once|addListener)$/.test(method.method) && method.object.type === 'ThisExpression'
  );
}
