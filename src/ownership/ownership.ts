import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../syntax/source.ts';
import type { Context } from './context.ts';
import type { Lost, LossForm, Ownership } from './owner.ts';
import type { Passage } from './passage.ts';
import { chainedOnto } from '../syntax/call.ts';
import { isStatementPrefix, unwrap, wrapped } from '../syntax/unwrap.ts';
import { answersByAssignment } from './answers/carriers.ts';
import { givenTo, returnedBy } from './given.ts';
import { heldInProperty, heldInVariable } from './held.ts';
import { owned } from './owner.ts';
import { droppedAt, lostAs, startAt } from './passage.ts';

/**
 * Follows the promise that `launch` yields to the code that takes responsibility for it.
 *
 * @param launch - a call, or the read of a variable that holds the promise
 * @returns how it is owned, or the form of the loss (POLICY, "Forms"); what cannot be known is owned
 */
export function ownershipOf(launch: Node, context: Context): Ownership {
  return follow(launch, startAt(launch), context);
}

/** The ownership of the array of promises that a call of `map` yields. */
export function ownershipOfMapped(call: Node, context: Context): Ownership {
  return follow(call, { ...startAt(call), collected: 'mapped' }, context);
}

function follow(node: Node, passage: Passage, context: Context): Ownership {
  const current = wrapped(node);
  const chain = passage.voided ? undefined : chainedOnto(current);
  if (chain !== undefined)
    return follow(chain, { ...passage, links: [...passage.links, chain], subject: wrapped(chain) }, context);
  const { parent } = current;
  if (parent === undefined) return owned('nothing above it');
  const onwards = (change: Partial<Passage> = {}): Ownership => follow(parent, { ...passage, ...change }, context);
  const lost = (form: LossForm): Lost => lostAs(form, passage, parent);
  const dropped = (): Lost => droppedAt(parent, passage, context.source);
  const tested = (): Ownership => testedAt(parent, passage);
  switch (parent.type) {
    case 'ExpressionStatement':
      return dropped();
    case 'UnaryExpression':
      if (parent.operator === 'void') return followVoid(parent, passage, context);
      if (isStatementPrefix(parent)) return onwards({ subject: wrapped(parent) });
      return parent.operator === 'typeof' || parent.operator === 'delete' || passage.voided
        ? owned('inspected')
        : lost('answered');
    case 'SequenceExpression':
      return parent.expressions.at(-1) === current ? onwards() : dropped();
    case 'ConditionalExpression':
      return parent.test === current ? tested() : onwards();
    case 'LogicalExpression':
      return parent.left === current && parent.operator === '&&' ? tested() : onwards();
    case 'IfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return tested();
    case 'ForStatement':
      return parent.test === current ? tested() : dropped();
    case 'AwaitExpression':
      return passage.collected === 'mapped' ? { ...lost('mapped'), awaited: true } : owned('awaited');
    case 'ArrowFunctionExpression':
    case 'ReturnStatement':
      return returnedBy(parent, current, passage, context);
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' && parent.parent.kind !== 'using' && parent.parent.kind !== 'await using'
        ? heldInVariable(parent.id, parent, passage, context)
        : owned('taken apart by a pattern');
    case 'AssignmentExpression':
      return followAssignment(parent, current, passage, context);
    case 'CallExpression':
    case 'NewExpression':
      return givenTo(parent, current, passage, context);
    case 'ArrayExpression':
      return onwards({ collected: passage.collected === 'no' ? 'literal' : passage.collected });
    case 'SpreadElement':
      return parent.parent.type === 'ObjectExpression' && passage.collected === 'no'
        ? lost('answered')
        : owned('spread');
    case 'Property':
      return heldInProperty(parent, current, passage, context);
    case 'TemplateLiteral':
      return parent.parent.type === 'TaggedTemplateExpression' ? owned('given to a template tag') : tested();
    case 'BinaryExpression':
      return parent.operator === '+' ? tested() : owned('compared');
    default:
      return owned('passed on');
  }
}

/** The value is turned into a boolean or a string; a void expression's value never was the promise. */
function testedAt(site: Node, passage: Passage): Ownership {
  if (passage.voided) return owned('undefined is tested');
  return passage.collected === 'no' ? lostAs('answered', passage, site) : owned('a collection is tested');
}

/** Wherever `undefined` goes after `void`, the promise is lost; what drops the undefined is named as its site. */
function followVoid(node: TSESTree.UnaryExpression, passage: Passage, context: Context): Lost {
  const hidden: Passage = { ...passage, voided: true, subject: wrapped(node) };
  const ownership = follow(node, hidden, context);
  return lostAs('voided', hidden, ownership.kind === 'lost' ? ownership.site : node.parent);
}

function followAssignment(
  parent: TSESTree.AssignmentExpression,
  current: Node,
  passage: Passage,
  context: Context,
): Ownership {
  if (parent.right !== current) return owned('part of an assignment target');
  if (passage.voided) return owned('undefined is stored');
  const target = unwrap(parent.left);
  if (target.type === 'Identifier') {
    const held = heldInVariable(target, parent, passage, context);
    const isStatement = wrapped(parent).parent?.type === 'ExpressionStatement';
    if (held.kind === 'owned' || isStatement) return held;
    return follow(parent, passage, context).kind === 'owned' ? owned('assigned and used') : held;
  }
  return passage.collected === 'no' && answersByAssignment(target, context.responders(current))
    ? lostAs('answered', passage, parent)
    : owned('stored');
}
