import type { Node } from './source.ts';
import { keyName } from './literal.ts';

/** The property that a pattern takes apart for a name: `hooks` in `{ hooks }`, `{ hooks: before }`, `{ hooks = [] }`. */
export function keyOfPart(pattern: Node, name: Node | undefined): string | undefined {
  if (pattern.type !== 'ObjectPattern') return undefined;
  for (const property of pattern.properties) {
    if (property.type !== 'Property') continue;
    const { value } = property;
    if ((value.type === 'AssignmentPattern' ? value.left : value) === name)
      return keyName(property.key, property.computed);
  }
  return undefined;
}
