import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../syntax/source.ts';
import type { FormName } from '../findings/finding.ts';
import type { Fate, Lost, Owned } from './owner.ts';
import type { Ground } from './context.ts';
import { chainCall, chainedOnto, methodCall } from '../syntax/call.ts';
import { isFunction } from '../syntax/function.ts';
import { isStatementPrefix, unwrap, wrapped } from '../syntax/unwrap.ts';
import { isCombinator, isGlobal } from '../promises/by-syntax.ts';
import { answersByAssignment, serialises } from './answers/answers.ts';
import { isOverwritten } from './overwritten.ts';
import { droppingPath } from './partial.ts';
import { fateOfVariable, isUnreadCollection, owningReads } from './variable.ts';
import { consumerOf } from './consumer.ts';

/** What has happened to the value so far on its way outwards. */
export interface Passage {
  readonly links: readonly TSESTree.CallExpression[];
  readonly voided: boolean;
  /** The promise is an element of an array: of a literal, or of what `map` returned. */
  readonly collected: 'no' | 'literal' | 'mapped';
  /** The launch with its chain and its `void`: what is reported when it is lost. */
  readonly subject: Node;
}

/**
 * Follows the promise that `launch` yields to whoever takes responsibility for it.
 *
 * @returns how it is owned, or the form of the loss (POLICY, "Forms"); what cannot be known is owned
 */
export function fateOf(launch: Node, ground: Ground): Fate {
  return follow(launch, startAt(launch), ground, launch);
}

/** The fate of the array of promises that a call of `map` yields. */
export function fateOfMapped(call: Node, ground: Ground): Fate {
  return follow(call, { ...startAt(call), collected: 'mapped' }, ground, call);
}

function startAt(launch: Node): Passage {
  const link = chainCall(launch);
  return { links: link === undefined ? [] : [link.call], voided: false, collected: 'no', subject: wrapped(launch) };
}

function follow(node: Node, passage: Passage, ground: Ground, launch: Node): Fate {
  const current = wrapped(node);
  const chain = passage.voided ? undefined : chainedOnto(current);
  if (chain !== undefined)
    return follow(chain, { ...passage, links: [...passage.links, chain], subject: wrapped(chain) }, ground, launch);
  const { parent } = current;
  if (parent === undefined) return owned('nothing above it');
  const onwards = (change: Partial<Passage> = {}): Fate => follow(parent, { ...passage, ...change }, ground, launch);
  const lost = (form: FormName, site: Node = parent): Lost => ({
    kind: 'lost',
    form,
    node: passage.subject,
    site,
    links: passage.links,
  });
  const dropped = (site: Node = parent): Lost => lost(droppedForm(passage, launch, ground), site);
  switch (parent.type) {
    case 'ExpressionStatement':
      return dropped();
    case 'UnaryExpression':
      if (parent.operator === 'void') return { ...followVoid(parent, passage, ground, launch), links: passage.links };
      if (isStatementPrefix(parent)) return onwards({ subject: wrapped(parent) });
      return parent.operator === 'typeof' || parent.operator === 'delete' || passage.voided
        ? owned('inspected')
        : lost('answered');
    case 'SequenceExpression':
      return parent.expressions.at(-1) === current ? onwards() : dropped();
    case 'ConditionalExpression':
      return parent.test === current ? testOf(passage, lost) : onwards();
    case 'LogicalExpression':
      return parent.left === current && parent.operator === '&&' ? testOf(passage, lost) : onwards();
    case 'IfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
      return testOf(passage, lost);
    case 'ForStatement':
      return parent.test === current ? testOf(passage, lost) : dropped();
    case 'AwaitExpression':
      return passage.collected === 'mapped' ? { ...lost('mapped'), awaited: true } : owned('awaited');
    case 'ArrowFunctionExpression':
    case 'ReturnStatement':
      return followReturn(parent, current, passage, ground);
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' && parent.parent.kind !== 'using' && parent.parent.kind !== 'await using'
        ? variableFate(parent.id, parent, current, passage, ground)
        : owned('taken apart by a pattern');
    case 'AssignmentExpression':
      return followAssignment(parent, current, passage, ground, launch);
    case 'CallExpression':
    case 'NewExpression':
      return followArgument(parent, current, passage, ground, lost);
    case 'ArrayExpression':
      return onwards({ collected: passage.collected === 'no' ? 'literal' : passage.collected });
    case 'SpreadElement':
      return parent.parent.type === 'ObjectExpression' && passage.collected === 'no'
        ? lost('answered')
        : owned('spread');
    case 'Property':
      return followProperty(parent, current, passage, ground);
    case 'TemplateLiteral':
      return parent.parent.type === 'TaggedTemplateExpression'
        ? owned('given to a template tag')
        : testOf(passage, lost);
    case 'BinaryExpression':
      return parent.operator === '+' ? testOf(passage, lost) : owned('compared');
    default:
      return owned('passed on');
  }
}

function owned(by: string): Owned {
  return { kind: 'owned', by };
}

/** The value is turned into a boolean or a string; a void expression's value never was the promise. */
function testOf(passage: Passage, lost: (form: FormName) => Lost): Fate {
  if (passage.voided) return owned('undefined is tested');
  return passage.collected === 'no' ? lost('answered') : owned('a collection is tested');
}

/** What the loss is called when the value simply goes away. */
function droppedForm(passage: Passage, launch: Node, ground: Ground): FormName {
  if (passage.voided) return 'voided';
  if (passage.collected === 'mapped') return 'mapped';
  if (passage.links.some(catches)) return 'caught';
  if (passage.links.length > 0) return 'chained';
  if (launch.type === 'CallExpression' && isFunction(unwrap(launch.callee))) return 'iife';
  if (isCombinator(launch, ground.source)) return 'combined';
  return 'floating';
}

/** `.catch(…)`, or `.then` with a second function. */
function catches(link: TSESTree.CallExpression): boolean {
  const method = methodCall(link)?.method;
  return link.arguments.length > 0 && (method === 'catch' || (method === 'then' && link.arguments.length > 1));
}

/**
 * Wherever `undefined` goes after `void`, the promise is gone; the form says so unless the expression is passed to a
 * known owner.
 */
function followVoid(node: TSESTree.UnaryExpression, passage: Passage, ground: Ground, launch: Node): Lost {
  const fate = follow(node, { ...passage, voided: true, subject: wrapped(node) }, ground, launch);
  return {
    kind: 'lost',
    form: 'voided',
    node: wrapped(node),
    site: fate.kind === 'lost' ? fate.site : node.parent,
    links: passage.links,
  };
}

function followReturn(parent: Node, current: Node, passage: Passage, ground: Ground): Fate {
  const fn = parent.type === 'ArrowFunctionExpression' ? parent : ground.functionOf(current);
  if (fn === undefined || (parent.type === 'ArrowFunctionExpression' && parent.body !== current))
    return owned('a default value');
  const consumer = consumerOf(fn, ground);
  switch (consumer.kind) {
    case 'drops':
      // Its author may have typed the callback: the `void` is the part that can be replaced.
      if (consumer.own && passage.voided) return owned('returned');
      return {
        kind: 'lost',
        form: passage.voided ? 'voided' : 'callback',
        node: consumer.argument,
        site: consumer.call,
        links: passage.links,
      };
    // The array is judged once, at the call of map.
    case 'maps':
      return owned('an element of the array that map returns');
    case 'unknown':
      return owned('returned');
  }
}

function variableFate(name: Node, site: Node, current: Node, passage: Passage, ground: Ground): Fate {
  if (passage.voided) return owned('undefined is stored');
  const fate = isOverwritten(site, name, ground.source) ? { links: [] } : fateOfVariable(name, ground, fateInPlace);
  return fate === undefined
    ? {
        ...owned('held in a variable that is used later'),
        onSomePath: () => lostOnSomePath(name, site, passage, ground),
      }
    : { kind: 'lost', form: 'unread', node: passage.subject, site, links: [...passage.links, ...fate.links] };
}

/** `const p = run(); if (x) return; await p;`: owned on one path, dropped on another. */
function lostOnSomePath(name: Node, site: Node, passage: Passage, ground: Ground): Lost | undefined {
  const declaration = site.parent;
  if (site.type !== 'VariableDeclarator' || declaration?.type !== 'VariableDeclaration' || passage.collected !== 'no')
    return undefined;
  const reads = owningReads(name, ground, fateInPlace);
  const end = reads === undefined || reads.length === 0 ? undefined : droppingPath(declaration, reads);
  return end === undefined
    ? undefined
    : { kind: 'lost', form: 'partial', node: passage.subject, site, links: passage.links, end };
}

/** The fate of one read of a variable. */
function fateInPlace(read: Node, ground: Ground): Fate {
  return follow(read, startAt(read), ground, read);
}

function followAssignment(
  parent: TSESTree.AssignmentExpression,
  current: Node,
  passage: Passage,
  ground: Ground,
  launch: Node,
): Fate {
  if (parent.right !== current) return owned('part of an assignment target');
  if (passage.voided) return owned('undefined is stored');
  const target = unwrap(parent.left);
  const isStatement = wrapped(parent).parent?.type === 'ExpressionStatement';
  if (target.type === 'Identifier') {
    const held = variableFate(target, parent, current, passage, ground);
    if (held.kind === 'owned' || isStatement) return held;
    return follow(parent, passage, ground, launch).kind === 'owned' ? owned('assigned and used') : held;
  }
  if (answersByAssignment(target, ground.means(current), ground.source) && passage.collected === 'no') {
    return { kind: 'lost', form: 'answered', node: passage.subject, site: parent, links: passage.links };
  }
  return owned('stored');
}

function followArgument(
  parent: TSESTree.CallExpression | TSESTree.NewExpression,
  current: Node,
  passage: Passage,
  ground: Ground,
  lost: (form: FormName) => Lost,
): Fate {
  if (parent.callee === current) return owned('called');
  if (passage.voided) return owned('undefined is passed');
  const { source } = ground;
  if (parent.type === 'CallExpression') {
    if (passage.collected === 'no' && serialises(parent, ground.means(current), source)) return lost('answered');
    if (
      passage.collected === 'no' &&
      ['String', 'Boolean', 'Number'].some((name) => isGlobal(parent.callee, name, source))
    )
      return lost('answered');
    const call = methodCall(parent);
    if (call !== undefined && isUnreadCollection(call.object, call.method, ground)) {
      return { kind: 'lost', form: 'unread', node: passage.subject, site: parent, links: passage.links };
    }
  }
  return { ...owned('given to another function'), taker: parent };
}

/** A property of an object literal: owned, unless the literal is held in a variable that nothing reads. */
function followProperty(parent: TSESTree.Property, current: Node, passage: Passage, ground: Ground): Fate {
  const literal = parent.parent;
  if (parent.value !== current || literal.type !== 'ObjectExpression' || passage.voided) return owned('a property');
  const holder = wrapped(literal).parent;
  if (holder?.type !== 'VariableDeclarator' || holder.id.type !== 'Identifier') return owned('a property');
  const fate = fateOfVariable(holder.id, ground, fateInPlace);
  return fate === undefined
    ? owned('a property')
    : { kind: 'lost', form: 'unread', node: passage.subject, site: holder, links: passage.links };
}
