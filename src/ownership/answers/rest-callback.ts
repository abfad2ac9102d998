import type { FunctionNode } from '../../syntax/function.ts';
import type { Node, Source } from '../../syntax/source.ts';
import { RESPONDER_NAMES } from '../../catalog/conventions.ts';
import { readsOf, variableOf } from '../../syntax/binding.ts';
import { methodCall } from '../../syntax/call.ts';
import { enclosingFunction } from '../../syntax/function.ts';
import { unwrap, wrapped } from '../../syntax/unwrap.ts';

/**
 * The callback that a function takes out of its rest parameter, because it is the last of as many as
 * come: `const [callback] = args.splice(-1)`, `const callback = args.pop()`, `const cb = args[args.length - 1]`.
 */
export function callbacksOfRest(fn: FunctionNode, source: Source): Node[] {
  const last = fn.params.at(-1);
  if (last?.type !== 'RestElement' || last.argument.type !== 'Identifier') return [];
  const rest = variableOf(last.argument, source);
  if (rest === undefined) return [];
  return readsOf(rest).flatMap((read) => (enclosingFunction(read) === fn ? namesTaken(read) : []));
}

/** The variables that hold the last element of a list, which is read here. */
function namesTaken(list: Node): Node[] {
  const taken = lastOf(list);
  const declaration = taken === undefined ? undefined : wrapped(taken.value).parent;
  if (taken === undefined || declaration?.type !== 'VariableDeclarator' || declaration.init === null) return [];
  if (unwrap(declaration.init) !== taken.value) return [];
  const { id } = declaration;
  const name = taken.inList && id.type === 'ArrayPattern' ? id.elements[0] : taken.inList ? undefined : id;
  return name?.type === 'Identifier' && RESPONDER_NAMES.test(name.name) ? [name] : [];
}

/** What takes the last element of a list, and whether that comes in a list of its own. */
function lastOf(list: Node): { readonly value: Node; readonly inList: boolean } | undefined {
  const member = wrapped(list).parent;
  if (member?.type !== 'MemberExpression' || unwrap(member.object) !== list) return undefined;
  if (member.computed) return isLastIndex(member.property) ? { value: member, inList: false } : undefined;
  const { parent: call } = wrapped(member);
  const found = call == null ? undefined : methodCall(call);
  if (call == null || found === undefined) return undefined;
  const [first] = found.call.arguments;
  if (found.method === 'pop') return { value: call, inList: false };
  if (first === undefined || !isMinusOne(first)) return undefined;
  if (found.method === 'at') return { value: call, inList: false };
  return /^(?:splice|slice)$/.test(found.method) ? { value: call, inList: true } : undefined;
}

/** `args.length - 1` */
function isLastIndex(node: Node): boolean {
  return (
    node.type === 'BinaryExpression' &&
    node.operator === '-' &&
    node.left.type === 'MemberExpression' &&
    node.left.property.type === 'Identifier' &&
    node.left.property.name === 'length' &&
    isOne(node.right)
  );
}

function isMinusOne(node: Node): boolean {
  return node.type === 'UnaryExpression' && node.operator === '-' && isOne(node.argument);
}

function isOne(node: Node): boolean {
  return node.type === 'Literal' && node.value === 1;
}
