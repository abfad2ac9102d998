import type { Node, Source } from '../syntax/source.ts';
import { contains } from '../syntax/position.ts';

const LOOPS: ReadonlySet<string> = new Set([
  'DoWhileStatement',
  'ForInStatement',
  'ForOfStatement',
  'ForStatement',
  'WhileStatement',
]);

/**
 * Whether the code from `first` on may end without `last`: it is in another branch, in a `catch`, or under a condition
 * of its own. A loop comes by again. A condition that `first` is under, too, or that asks for `name`, doesn't count.
 *
 * @param name - the text of what `last` ends
 */
export function mayBeSkipped(last: Node, first: Node, name: string, source: Source): boolean {
  const known = testsAround(first, source);
  let isConditional = false;
  let inner = last;
  for (let outer = last.parent; outer != null; inner = outer, outer = outer.parent) {
    if (contains(outer, first)) return isConditional || (outer.type === 'IfStatement' && inner !== outer.test);
    if (LOOPS.has(outer.type)) isConditional = false;
    else if (outer.type === 'CatchClause') isConditional = true;
    else if (outer.type === 'IfStatement' && inner !== outer.test) {
      const test = textOf(outer.test, source);
      isConditional ||= !known.has(test) && !test.includes(name);
    }
  }
  return isConditional;
}

/** The conditions that a node runs under. */
function testsAround(node: Node, source: Source): ReadonlySet<string> {
  const tests = new Set<string>();
  let inner = node;
  for (let outer = node.parent; outer != null; inner = outer, outer = outer.parent)
    if (outer.type === 'IfStatement' && inner === outer.consequent) tests.add(textOf(outer.test, source));
  return tests;
}

function textOf({ range: [start, end] }: Node, { text }: Source): string {
  return text.slice(start, end);
}
