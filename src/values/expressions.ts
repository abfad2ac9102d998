import type { TSESTree } from '@typescript-eslint/types';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { Value } from './value.ts';
import { variableOf } from '../syntax/binding.ts';
import { propertyName } from '../syntax/call.ts';
import { isFunction } from '../syntax/function.ts';
import { staticText } from '../syntax/literal.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { addedByName } from './added.ts';
import { callValue } from './calls.ts';
import { elementOf, holding } from './elements.ts';
import { extendedMember } from './extended.ts';
import { ownExports } from './own-exports.ts';
import { memberOfGlobal, memberOfOwnGlobal } from './own-globals.ts';
import { methodApart, superValue, thisValue } from './receivers.ts';
import { instanceOf } from './results.ts';
import { orInstances } from './unite.ts';
import { knownOr, stepInto, TEMPLATE } from './value.ts';
import { identifierValue } from './variables.ts';
import { yielded, yieldedTogether } from './yielded.ts';

/**
 * The value of an expression, followed through variables, members, calls and imports; undefined if unknown. Awaiting is
 * transparent, except that a package's value records it.
 */
export function expressionValue(expression: Node, source: Source, evaluation: Evaluation): Value | undefined {
  const node = unwrap(expression);
  switch (node.type) {
    case 'Identifier':
      return identifierValue(node, source, evaluation);
    case 'ThisExpression':
      return thisValue(node, source, evaluation);
    case 'Super':
      return superValue(node, source, evaluation);
    case 'MemberExpression': {
      return memberValue(node, source, evaluation);
    }
    case 'CallExpression':
      return callValue(node, source, evaluation);
    case 'NewExpression': {
      const callee = evaluation.expression(node.callee, source);
      const made = callee === undefined ? undefined : instanceOf(callee, evaluation);
      return made?.kind === 'external' ? holding(made, node, source, evaluation) : made;
    }
    case 'TaggedTemplateExpression': {
      const tag = evaluation.expression(node.tag, source);
      return tag?.kind === 'external' ? stepInto(tag, TEMPLATE) : undefined;
    }
    case 'ImportExpression': {
      const specifier = staticText(node.source);
      return specifier === undefined ? undefined : evaluation.imported(specifier, '*', source);
    }
    case 'AwaitExpression': {
      const awaited = evaluation.expression(node.argument, source);
      return awaited?.kind === 'external'
        ? (yieldedTogether(awaited, node.argument, source, evaluation) ?? yielded(awaited, evaluation))
        : awaited;
    }
    case 'YieldExpression':
      return node.argument === null || node.delegate ? undefined : evaluation.expression(node.argument, source);
    case 'AssignmentExpression':
      return evaluation.expression(node.right, source);
    case 'SequenceExpression': {
      const last = node.expressions.at(-1);
      return last === undefined ? undefined : evaluation.expression(last, source);
    }
    case 'ConditionalExpression':
      return eitherValue(node.consequent, node.alternate, source, evaluation);
    case 'LogicalExpression':
      return node.operator === '&&'
        ? evaluation.expression(node.right, source)
        : eitherValue(node.left, node.right, source, evaluation);
    case 'ObjectExpression':
      return { kind: 'object', node, source };
    case 'ArrayExpression':
      return { kind: 'array', node, source };
    case 'ClassDeclaration':
    case 'ClassExpression':
      return { kind: 'class', node, source };
    case 'TSDeclareFunction':
      return { kind: 'function', node, source };
    default:
      return isFunction(node) ? { kind: 'function', node, source } : undefined;
  }
}

/** The value of an expression that gives one of two others. */
function eitherValue(one: Node, other: Node, source: Source, evaluation: Evaluation): Value | undefined {
  const second = (): Value | undefined => evaluation.expression(other, source);
  const value = knownOr(evaluation.expression(one, source), second);
  return value === undefined ? undefined : orInstances(value, [second]);
}

function memberValue(node: TSESTree.MemberExpression, source: Source, evaluation: Evaluation): Value | undefined {
  const name = propertyName(node);
  if (name === undefined) {
    const collection = node.computed ? evaluation.expression(node.object, source) : undefined;
    return collection === undefined ? undefined : elementOf(collection, evaluation);
  }
  const own = ownExports(node, source, evaluation);
  if (own !== undefined) return own;
  const global = memberOfGlobal(node.object, name, source, evaluation);
  if (global !== undefined) return global;
  const object = evaluation.expression(node.object, source);
  const extended = object?.kind === 'external' ? extendedMember(object, name, source, evaluation) : undefined;
  if (extended !== undefined) return extended;
  const member = object === undefined ? undefined : evaluation.member(object, name);
  if (member !== undefined && member.kind !== 'parameter') return member;
  // `User.clean = async () => { … }` on a value known only by its name.
  const holder = unwrap(node.object);
  const variable = holder.type === 'Identifier' ? variableOf(holder, source) : undefined;
  const added = variable === undefined ? undefined : addedByName(variable, source, name, 'members', evaluation);
  const apart = holder.type === 'ThisExpression' ? methodApart(holder, name, source, evaluation) : undefined;
  return added ?? member ?? apart ?? memberOfOwnGlobal(holder, name, source, evaluation);
}
