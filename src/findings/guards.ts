import type { FunctionNode } from '../syntax/function.ts';
import type { Node } from '../syntax/source.ts';
import { ASSERTS, CHECKS, CHECKS_AT_LEISURE, LOOKS_UP } from '../catalog/conventions.ts';
import { isTried } from './notes.ts';
import { lastName } from '../syntax/call.ts';
import { isCall, someOwn } from '../syntax/walk.ts';

/**
 * Whether a call of a function guards the code after it. The function's body, if available, decides about an ambiguous
 * name.
 */
export function isGuard(name: string, fn: FunctionNode | undefined): boolean {
  if (ASSERTS.test(name)) return true;
  if (CHECKS_AT_LEISURE.test(name)) return false;
  if (fn === undefined) return CHECKS.test(name);
  return mayRefuse(fn) && (CHECKS.test(name) || onlyDecides(fn.body));
}

/** `async function mayRead(user) { const role = await roleOf(user); if (role !== 'owner') throw new Forbidden(); }` */
function onlyDecides(body: Node): boolean {
  switch (body.type) {
    case 'BlockStatement':
      return body.body.every(onlyDecides);
    case 'VariableDeclaration':
      return body.declarations.every(({ init }) => init === null || onlyLooksUp(init));
    case 'IfStatement':
      return (
        onlyLooksUp(body.test) &&
        onlyDecides(body.consequent) &&
        (body.alternate === null || onlyDecides(body.alternate))
      );
    case 'ThrowStatement':
      return true;
    case 'ReturnStatement':
      return body.argument === null || onlyLooksUp(body.argument);
    default:
      return false;
  }
}

/** Whether every call in an expression only looks something up, judged by its name. */
function onlyLooksUp(expression: Node): boolean {
  return !someOwn(expression, (node) => isCall(node) && !LOOKS_UP.test(lastName(node)));
}

/** Whether a function throws, or calls one that asserts. One that always throws is yet to be written. */
function mayRefuse({ body }: FunctionNode): boolean {
  if (body.type === 'BlockStatement' && body.body[0]?.type === 'ThrowStatement') return false;
  return someOwn(body, (node) => (node.type === 'ThrowStatement' || isAssertion(node)) && !isTried(node));
}

function isAssertion(node: Node): boolean {
  return isCall(node) && ASSERTS.test(lastName(node));
}
