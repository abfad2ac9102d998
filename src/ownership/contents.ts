import type { Node } from '../syntax/source.ts';
import type { Collected, Passage } from './passage.ts';
import { propertyName } from '../syntax/call.ts';
import { keyName } from '../syntax/literal.ts';
import { contains } from '../syntax/position.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';

/** Where a promise is in the object or array that a variable holds. */
export interface Contents {
  readonly collected: Collected;
  /** The keys under which the object has other values. */
  readonly beside: ReadonlySet<string>;
  /** The key that leads to it. */
  readonly key?: string;
  /** Whether the value of the key is the promise itself, rather than something that contains it. */
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
 * What a read of the variable reads of the promise: the whole holder, or the member that is the promise. Undefined if
 * it reads or writes another part.
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
