import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../syntax/source.ts';
import type { Context } from './context.ts';
import type { Becomes, Lost, LossForm, Ownership } from './owner.ts';
import type { Collected, Passage } from './passage.ts';
import { GIVES_ON } from '../catalog/conventions.ts';
import { chainedOnto, methodCall } from '../syntax/call.ts';
import { keyName } from '../syntax/literal.ts';
import { isStatementPrefix, unwrap, wrapped } from '../syntax/unwrap.ts';
import { answersByAssignment } from './answers/carriers.ts';
import { givenTo, returnedBy } from './given.ts';
import { heldInMember, heldInProperty, heldInVariable } from './held.ts';
import { owned } from './owner.ts';
import { answeredAs, droppedAt, lostAs, startAt } from './passage.ts';
import { isComparedWithValue, sentAs } from './valued.ts';

/**
 * Follows the promise that `launch` yields to the code that takes responsibility for it.
 *
 * @param launch - a call, or the read of a variable that holds the promise
 * @param collected - whether the promise is inside the value of the variable, and in what
 * @returns how it is owned, or the form of the loss (POLICY, "Forms"); unknown cases count as owned
 */
export function ownershipOf(launch: Node, context: Context, collected: Collected = 'no'): Ownership {
  return follow(launch, { ...startAt(launch), collected }, context);
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
  const made = (becomes: Becomes): Ownership => madeAt(parent, becomes, passage);
  const tested = (): Ownership => made('condition');
  switch (parent.type) {
    case 'ExpressionStatement':
      return dropped();
    case 'UnaryExpression':
      if (parent.operator === 'void') return followVoid(parent, passage, context);
      if (isStatementPrefix(parent)) return onwards({ subject: wrapped(parent) });
      return parent.operator === 'typeof' || parent.operator === 'delete'
        ? owned('inspected')
        : made(parent.operator === '!' ? 'condition' : 'number');
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
        : takenApart(parent, current, passage);
    case 'ForOfStatement':
      return parent.right === current && !parent.await ? made('iterated') : owned('passed on');
    case 'AssignmentExpression':
      return followAssignment(parent, current, passage, context);
    case 'CallExpression':
    case 'NewExpression':
      return givenTo(parent, current, passage, context);
    case 'ArrayExpression':
      return onwards({ collected: passage.collected === 'no' ? 'literal' : passage.collected });
    case 'SpreadElement':
      return spreadInto(parent, passage, context);
    case 'Property':
      return heldInProperty(parent, current, passage, (holder, inside) => follow(holder, inside, context));
    case 'TemplateLiteral':
      return parent.parent.type === 'TaggedTemplateExpression' ? owned('given to a template tag') : made('text');
    case 'BinaryExpression':
      if (parent.operator === '+') return made('text');
      return isComparedWithValue(parent, current) ? made('compared') : owned('compared');
    case 'SwitchStatement':
      return parent.discriminant === current ? made('compared') : owned('compared');
    case 'MemberExpression': {
      // `[...jobs.values()]`
      const call = passage.collected === 'no' ? undefined : methodCall(wrapped(parent).parent ?? parent);
      return call !== undefined && unwrap(call.call.callee) === parent && GIVES_ON.has(call.method)
        ? follow(call.call, passage, context)
        : owned('passed on');
    }
    default:
      return owned('passed on');
  }
}

/** The loss of a promise that is converted or tested. The value of a `void` expression never was the promise. */
function madeAt(site: Node, becomes: Becomes, passage: Passage): Ownership {
  if (passage.voided) return owned('undefined is used');
  return passage.collected === 'no' ? answeredAs(becomes, passage, site) : owned('a collection is used');
}

/**
 * `const { length } = list()`: a promise lacks the properties of its result. Those of every promise, such as `then`,
 * are an exception.
 */
function takenApart(declarator: TSESTree.VariableDeclarator, current: Node, passage: Passage): Ownership {
  const { id } = declarator;
  if (declarator.init !== current || passage.voided || passage.collected !== 'no')
    return owned('taken apart by a pattern');
  if (id.type === 'ArrayPattern') return answeredAs('iterated', passage, declarator);
  return id.type === 'ObjectPattern' && id.properties.length > 0 && id.properties.every(isPartOfResult)
    ? answeredAs('parts', passage, declarator)
    : owned('taken apart by a pattern');
}

function isPartOfResult(property: TSESTree.Property | TSESTree.RestElement): boolean {
  const name = property.type === 'Property' ? keyName(property.key, property.computed) : undefined;
  return name !== undefined && !/^(?:then|catch|finally|constructor)$/.test(name);
}

/** Spread contents are still in the new array or object; a promise itself has nothing to spread. */
function spreadInto(spread: TSESTree.SpreadElement, passage: Passage, context: Context): Ownership {
  const into = spread.parent;
  if (passage.collected === 'no')
    return passage.voided
      ? owned('spread')
      : answeredAs(into.type === 'ObjectExpression' ? 'spread' : 'iterated', passage, spread);
  return into.type === 'ObjectExpression' || into.type === 'ArrayExpression'
    ? follow(into, passage, context)
    : owned('spread');
}

/** After a `void`, the promise is lost wherever the `undefined` goes. What drops the `undefined` is the site. */
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
  if (answersByAssignment(target, context.responders(current)))
    return answeredAs(sentAs(passage.collected), passage, parent);
  return target.type === 'MemberExpression' && parent.operator === '='
    ? heldInMember(target, parent, passage, context)
    : owned('stored');
}
