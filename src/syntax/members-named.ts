import type { TSESTree } from '@typescript-eslint/types';
import type { ClassNode } from './class.ts';
import type { Member } from './members.ts';
import type { Node, Source } from './source.ts';
import { addTo } from './grouping.ts';
import { classMembers, typeMembers } from './members.ts';
import { perSource } from './per-source.ts';

/** The static or instance members of a class with one name: several if a method is overloaded. */
export function classMembersNamed(node: ClassNode, name: string, isStatic: boolean, source: Source): readonly Member[] {
  const named = membersOf(node, source, () => classMembers(node)).get(name);
  return named?.filter((member) => member.isStatic === isStatic) ?? [];
}

/** The members of an interface or type literal with one name: several if a method is overloaded. */
export function typeMembersNamed(
  node: TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeLiteral,
  name: string,
  source: Source,
): readonly Member[] {
  const elements = node.type === 'TSInterfaceDeclaration' ? node.body.body : node.members;
  return membersOf(node, source, () => typeMembers(elements)).get(name) ?? [];
}

/** Indexed by name, because each call of a member looks it up, and classes and types can be large. */
function membersOf(node: Node, source: Source, find: () => readonly Member[]): ReadonlyMap<string, readonly Member[]> {
  const known = membersByName(source);
  let members = known.get(node);
  if (members === undefined) {
    members = new Map<string, Member[]>();
    for (const member of find()) addTo(members, member.name, member);
    known.set(node, members);
  }
  return members;
}

const membersByName = perSource(() => new Map<Node, Map<string, Member[]>>());
