import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { FunctionPlace } from './functions.ts';
import { propertyName } from '../syntax/call.ts';
import { isFunction } from '../syntax/function.ts';
import { objectMembers } from '../syntax/members.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { returnsOf } from '../values/results.ts';
import { functionsOf } from './functions.ts';

const DEEPEST = 8;

interface Literal {
  readonly node: TSESTree.ObjectExpression;
  readonly source: Source;
}

/**
 * The functions of an object that a package's call turns into a handler: `http(api.orders.browse)` in handler position,
 * with a table `{ browse: { permissions() {…}, query(frame) {…} } }`. If the wrapper's code is available, its calls are
 * followed instead.
 */
export function controllerFunctions(expression: Node, source: Source, evaluation: Evaluation): FunctionPlace[] {
  const call = unwrap(expression);
  if (call.type !== 'CallExpression' || !isForeign(call, source, evaluation)) return [];
  return call.arguments.flatMap((argument) => {
    const given = unwrap(argument);
    if (given.type !== 'Identifier' && given.type !== 'MemberExpression') return [];
    return literalsBehind(given, source, evaluation, 0).flatMap((literal) => functionsIn(literal, evaluation));
  });
}

function isForeign(call: TSESTree.CallExpression, source: Source, evaluation: Evaluation): boolean {
  const callee = evaluation.expression(call.callee, source);
  return callee === undefined || (callee.kind === 'external' && callee.module !== 'global');
}

function functionsIn({ node, source }: Literal, evaluation: Evaluation): FunctionPlace[] {
  return objectMembers(node).flatMap(({ kind, value }) =>
    value === undefined || (kind !== 'field' && kind !== 'method') || !mayBeFunction(value)
      ? []
      : functionsOf(value, source, evaluation),
  );
}

function mayBeFunction(value: Node): boolean {
  const node = unwrap(value);
  return isFunction(node) || node.type === 'Identifier' || node.type === 'MemberExpression';
}

/**
 * The object literals that an expression may refer to, including those behind an accessor or passed to a package's
 * call.
 */
function literalsBehind(expression: Node, source: Source, evaluation: Evaluation, depth: number): Literal[] {
  if (depth > DEEPEST) return [];
  const node = unwrap(expression);
  const behind = (next: Node, home = source): Literal[] => literalsBehind(next, home, evaluation, depth + 1);
  switch (node.type) {
    case 'ObjectExpression':
      return [{ node, source }];
    case 'AwaitExpression':
      return behind(node.argument);
    case 'Identifier':
    case 'MemberExpression': {
      const place = evaluation.follow(node, source);
      if (place !== undefined && place.node !== node) return behind(place.node, place.source);
      const name = node.type === 'MemberExpression' ? propertyName(node) : undefined;
      return node.type !== 'MemberExpression' || name === undefined
        ? []
        : behind(node.object).flatMap((holder) =>
            memberOf(holder, name).flatMap((value) => behind(value, holder.source)),
          );
    }
    case 'CallExpression': {
      const value = evaluation.expression(node, source);
      if (value?.kind === 'object') return [value];
      if (value?.kind === 'namespace') {
        const whole = evaluation.exported(value.source, 'default');
        return whole?.kind === 'object' ? [whole] : [];
      }
      return isForeign(node, source, evaluation) ? node.arguments.flatMap((argument) => behind(argument)) : [];
    }
    default:
      return [];
  }
}

/** The value of a member of an object literal; for an accessor, the expressions that it returns. */
function memberOf({ node, source }: Literal, name: string): Node[] {
  const member = objectMembers(node).findLast((each) => each.name === name && each.kind !== 'setter');
  if (member?.value === undefined) return [];
  return member.kind === 'getter' && isFunction(member.value) ? [...returnsOf(member.value, source)] : [member.value];
}
