import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import { calleeText } from '../../syntax/call.ts';

/** A name by which most programs know their server. A database has a `close`, too. */
const SERVER_NAME = /(?:server|app|http|fastify|listener)$/i;

/** Whether an expression is a server, by what it is, or else by its name. */
export function isServer(node: Node, source: Source, evaluation: Evaluation): boolean {
  return closingOf(node, source, evaluation) !== undefined || SERVER_NAME.test(calleeText(node).replace(/[!?]/g, ''));
}

/** How a server tells that it has closed: by a callback, as Node's do, or by a promise. Undefined if it is unknown. */
export function closingOf(node: Node, source: Source, evaluation: Evaluation): 'callback' | 'promise' | undefined {
  const value = evaluation.expression(node, source);
  if (value?.kind !== 'external') return undefined;
  const { starts } = evaluation.catalog;
  // What `listen` returned, or what has a `listen`.
  const start = starts.find(value) ?? starts.find({ ...value, steps: [...value.steps, 'listen', '()'] });
  return start === undefined ? undefined : start.closable === 'receiver' ? 'promise' : 'callback';
}
