import type { Node, Source } from '../../syntax/source.ts';
import { SUBSCRIBES } from '../../catalog/streams-and-events.ts';
import { variableOf, writesOf } from '../../syntax/binding.ts';
import { lastName } from '../../syntax/call.ts';
import { unwrap } from '../../syntax/unwrap.ts';

/** `for await (const message of client.subscribe('orders'))`, also of a variable that holds the subscription. */
export function isSubscription(loop: Node, source: Source): boolean {
  if (loop.type !== 'ForOfStatement' || !loop.await) return false;
  const stream = unwrap(loop.right);
  const variable = stream.type === 'Identifier' ? variableOf(stream, source) : undefined;
  const [written = stream, ...others] = (variable && writesOf(variable)) ?? [];
  return others.length === 0 && SUBSCRIBES.test(lastName(awaitedIn(written)));
}

function awaitedIn(expression: Node): Node {
  const node = unwrap(expression);
  return node.type === 'AwaitExpression' ? unwrap(node.argument) : node;
}
