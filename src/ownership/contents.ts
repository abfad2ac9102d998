import type { Node } from '../syntax/source.ts';
import type { Collected, Passage } from './passage.ts';
import { propertyName } from '../syntax/call.ts';
import { keyName } from '../syntax/literal.ts';
import { contains } from '../syntax/position.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';

/** Where a promise is in the object or array that a variable holds. */
export interface Contents {
  readonly collected: Collected;
  /** The names under which the object has something else. */
  readonly beside: ReadonlySet<string>;
  /** The name that leads to it. */
  readonly key?: string;
  /** Whether it is what the name gives, and not inside that. */
  readonly isDirect: boolean;
}

/** @param holder - the expression that a variable is set to */
export function contentsOf(holder: Node, { collected, subject }: Passage): Contents {
  const literal = unwrap(holder);
  const beside = new Set<string>();
  const none: Contents = { collected, beside, isDirect: false };
  if (literal.type !== 'ObjectExpression') return none;
  let found: Pick<Contents, 'key' | 'isDirect'> = { isDirect: false };
  for (const property of literal.properties) {
    const name = property.type === 'Property' ? keyName(property.key, property.computed) : undefined;
    if (property.type === 'Property' && contains(property, subject))
      found = { ...(name !== undefined && { key: name }), isDirect: property.value === subject };
    else if (name !== undefined) beside.add(name);
  }
  return { ...none, ...found };
}

/**
 * What a read of the variable reads of the promise: the whole, or the part that it is in; undefined where it reads or
 * writes another part.
 */
export function readIn(
  read: Node,
  { collected, beside, key, isDirect }: Contents = { collected: 'no', beside: new Set(), isDirect: false },
): { node: Node; collected: Collected } | undefined {
  const member = wrapped(read).parent;
  const name =
    member?.type === 'MemberExpression' && member.object === wrapped(read) ? propertyName(member) : undefined;
  if (member == null || name === undefined) return { node: read, collected };
  if (beside.has(name)) return undefined;
  return key !== undefined && name === key && isDirect && wrapped(member).parent?.type !== 'AssignmentExpression'
    ? { node: member, collected: 'no' }
    : { node: read, collected };
}
