import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../syntax/source.ts';
import type { Context } from './context.ts';
import type { Lost } from './owner.ts';
import type { Passage } from './passage.ts';
import { methodCall } from '../syntax/call.ts';
import { isCombinator } from '../syntax/promise-call.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { lostAs } from './passage.ts';

/**
 * The loss of a promise in a race: if another one wins, this one's work continues and nobody holds it. Undefined
 * outside of races, and for work that can be stopped by a signal.
 */
export function inRace(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  current: Node,
  passage: Passage,
  context: Context,
): (() => Lost | undefined) | undefined {
  const method = methodCall(call)?.method;
  if ((method !== 'race' && method !== 'any') || passage.collected !== 'literal') return undefined;
  const list = unwrap(current);
  if (!isCombinator(call, context.source) || list.type !== 'ArrayExpression' || list.elements.length < 2)
    return undefined;
  // A promise in a nested array isn't itself in the race.
  if (wrapped(passage.subject).parent !== list || isStoppable(passage.launch)) return undefined;
  return () => (context.ownershipOf(call).kind === 'owned' ? lostAs('raced', passage, call) : undefined);
}

/** `fetch(url, { signal })`, `run(signal)` */
function isStoppable(launch: Node): boolean {
  return (
    launch.type === 'CallExpression' &&
    launch.arguments.some((argument) => {
      const node = unwrap(argument);
      if (node.type === 'ObjectExpression')
        return node.properties.some(
          (property) =>
            property.type === 'Property' && property.key.type === 'Identifier' && isSignal(property.key.name),
        );
      if (node.type === 'MemberExpression') return node.property.type === 'Identifier' && isSignal(node.property.name);
      return node.type === 'Identifier' && isSignal(node.name);
    })
  );
}

function isSignal(name: string): boolean {
  return /signal$/i.test(name);
}
