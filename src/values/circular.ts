import type { Reads } from '../syntax/reads.ts';
import type { Node } from '../syntax/source.ts';
import type { Value } from './value.ts';

/**
 * Makes a lookup of members answer undefined for a member that is already being looked up: `this.x = { ...this.x }`,
 * `Object.assign(M, M)`.
 */
export function withoutCircles(
  memberOf: (value: Value, name: string) => Value | undefined,
  reads: Reads,
): (value: Value, name: string) => Value | undefined {
  const asked = new Map<Node, Set<string>>();
  return (value, name) => {
    const node = value.kind === 'instance' ? value.of.node : 'node' in value ? value.node : undefined;
    if (node === undefined) return memberOf(value, name);
    const names = asked.get(node) ?? new Set<string>();
    const key = `${value.kind} ${name}`;
    if (names.has(key)) {
      reads.cut();
      return undefined;
    }
    asked.set(node, names.add(key));
    try {
      return memberOf(value, name);
    } finally {
      names.delete(key);
      if (names.size === 0) asked.delete(node);
    }
  };
}
