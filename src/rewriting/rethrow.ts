import type { SwallowedAbort } from '../tasks/swallowed-abort.ts';
import type { Edit } from './edit.ts';
import { isFunction } from '../syntax/function.ts';
import { open } from './edit.ts';

/**
 * The edits that put `if (signal.aborted) throw error;` first in a catch; undefined if its error has no usable name, or
 * if there is no block to write into.
 */
export function rethrowIn({ node, signal }: SwallowedAbort, text: string): Edit[] | undefined {
  if (node.type !== 'CatchClause' && !isFunction(node)) return undefined;
  if (node.body.type !== 'BlockStatement') return undefined;
  const parameter = node.type === 'CatchClause' ? node.param : node.params[0];
  if (parameter != null && parameter.type !== 'Identifier') return undefined;
  if (parameter == null && node.type !== 'CatchClause') return undefined;
  const [start] = node.body.range;
  const [first] = node.body.body;
  const indent = first === undefined ? undefined : /[\r\n]([^\S\r\n]*)$/.exec(text.slice(0, first.range[0]));
  const statement = `if (${signal}.aborted) throw ${parameter?.name ?? 'error'};`;
  return [
    ...(parameter == null ? [open(node.range[0] + 'catch'.length, ' (error)')] : []),
    first !== undefined && indent?.[1] !== undefined
      ? open(first.range[0], `${statement}${text.includes('\r\n') ? '\r\n' : '\n'}${indent[1]}`)
      : open(start + 1, ` ${statement}`),
  ];
}
