import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../syntax/source.ts';
import type { Context } from './context.ts';
import type { Lost, Ownership } from './owner.ts';
import type { Passage } from './passage.ts';
import { wrapped } from '../syntax/unwrap.ts';
import { isOverwritten } from './overwritten.ts';
import { owned } from './owner.ts';
import { droppingPath } from './partial.ts';
import { lostAs } from './passage.ts';
import { droppedReads, owningReads } from './variable.ts';

/**
 * The ownership of a promise that a variable is set to.
 *
 * @param name - the variable's name where it is set
 * @param site - the declarator or assignment that sets it
 */
export function heldInVariable(name: Node, site: Node, passage: Passage, context: Context): Ownership {
  if (passage.voided) return owned('undefined is stored');
  const reads = isOverwritten(site, name, context.source) ? { links: [] } : droppedReads(name, context);
  if (reads !== undefined) return lostAs('unread', { ...passage, links: [...passage.links, ...reads.links] }, site);
  return {
    ...owned('held in a variable that is used later'),
    onSomePath: () => lostOnSomePath(name, site, passage, context),
  };
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

/** A property of an object literal: owned, unless the literal is held in a variable that nothing reads. */
export function heldInProperty(
  property: TSESTree.Property,
  current: Node,
  passage: Passage,
  context: Context,
): Ownership {
  const literal = property.parent;
  const holder = literal.type === 'ObjectExpression' ? wrapped(literal).parent : undefined;
  return property.value === current &&
    !passage.voided &&
    holder?.type === 'VariableDeclarator' &&
    holder.id.type === 'Identifier' &&
    droppedReads(holder.id, context) !== undefined
    ? lostAs('unread', passage, holder)
    : owned('a property');
}
