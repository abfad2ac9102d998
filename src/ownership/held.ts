import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../syntax/source.ts';
import type { Contents } from './contents.ts';
import type { Context } from './context.ts';
import type { Lost, Ownership } from './owner.ts';
import type { Passage } from './passage.ts';
import type { DroppedReads } from './variable.ts';
import { contentsOf } from './contents.ts';
import { assignedFate } from './filled.ts';
import { isOverwritten } from './overwritten.ts';
import { owned } from './owner.ts';
import { droppingPath } from './partial.ts';
import { lostAs } from './passage.ts';
import { usedBy } from './used.ts';
import { droppedReads, owningReads } from './variable.ts';

/**
 * The ownership of a promise that a variable is set to.
 *
 * @param name - the variable's name where it is set
 * @param site - the declarator or assignment that sets it
 */
export function heldInVariable(name: Node, site: Node, passage: Passage, context: Context): Ownership {
  if (passage.voided) return owned('undefined is stored');
  const reads: DroppedReads | undefined = isOverwritten(site, name, context.source)
    ? { links: [] }
    : droppedReads(name, context, contentsIn(site, passage));
  if (reads !== undefined) {
    const inAll: Passage = { ...passage, links: [...passage.links, ...reads.links] };
    const { used } = reads;
    return (used && usedBy(used.lost, used.read, inAll, site)) ?? lostAs('unread', inAll, site);
  }
  return {
    ...owned('held in a variable that is used later'),
    onSomePath: () => lostOnSomePath(name, site, passage, context),
  };
}

/** Where the promise is within the stored value; undefined if it is the stored value. */
function contentsIn(site: Node, passage: Passage): Contents | undefined {
  if (passage.collected === 'no') return undefined;
  const value =
    site.type === 'VariableDeclarator' ? site.init : site.type === 'AssignmentExpression' ? site.right : null;
  return value === null ? undefined : contentsOf(value, passage);
}

/** `const p = run(); if (x) return; await p;`: owned on one path, dropped on another. */
function lostOnSomePath(name: Node, site: Node, passage: Passage, context: Context): Lost | undefined {
  const declaration = site.parent;
  if (site.type !== 'VariableDeclarator' || declaration?.type !== 'VariableDeclaration' || passage.collected !== 'no')
    return undefined;
  const reads = owningReads(name, context);
  const end = reads === undefined || reads.length === 0 ? undefined : droppingPath(declaration, reads, context.source);
  return end === undefined ? undefined : { ...lostAs('partial', passage, site), end };
}

/** Determines what becomes of a holder, whose contents are lost with it. */
type Follow = (holder: Node, passage: Passage) => Ownership;

/** A property of an object literal: owned, unless nothing reads the literal or a read takes it for a result. */
export function heldInProperty(
  property: TSESTree.Property,
  current: Node,
  passage: Passage,
  follow: Follow,
): Ownership {
  const literal = property.parent;
  if (property.value !== current || passage.voided || literal.type !== 'ObjectExpression') return owned('a property');
  const holder = follow(literal, { ...passage, collected: 'object' });
  return holder.kind === 'lost' && (holder.form === 'answered' || holder.form === 'unread')
    ? holder
    : owned('a property');
}

/** `o.s = run(x)` */
export function heldInMember(
  target: TSESTree.MemberExpression,
  site: Node,
  passage: Passage,
  context: Context,
): Ownership {
  const fate = assignedFate(target, context);
  const lost = fate === undefined || fate === 'unread' ? undefined : usedBy(fate.lost, fate.read, passage, site);
  return lost ?? owned('stored');
}
