import type { Edit } from '../edit.ts';
import type { Remedy } from '../ground.ts';
import { enclosingFunction } from '../../syntax/function.ts';
import { close } from '../edit.ts';
import { openVoid } from './void.ts';

/** Puts `await` before the launch; an array of promises gets `Promise.all` around it. */
export const awaitIt: Remedy = ({ node, form, site }, { text }) => {
  const fn = enclosingFunction(node);
  if (fn?.async !== true) {
    return { code: 'sync-function', reason: 'The function around it is not async: make it async and await the call, or return the promise.' };
  }
  if (fn.params.some(({ range }) => range[0] <= node.range[0] && node.range[1] <= range[1])) {
    return { code: 'in-parameter', reason: 'A default value of a parameter cannot await: move the call into the body.' };
  }
  const keyword = site.type === 'AwaitExpression' ? '' : 'await ';
  const edits: Edit[] = [openVoid(node, text, form === 'mapped' ? `${keyword}Promise.all(` : keyword)];
  if (form === 'mapped') edits.push(close(node.range[1], ')'));
  return { edits: edits.filter((edit) => edit.text !== '' || edit.end > edit.start) };
};

/** Puts `return` before the statement that ends a function. */
export const returnIt: Remedy = ({ node }, { text }) => {
  const statement = node.parent;
  if (statement?.type !== 'ExpressionStatement' || statement.range[0] !== node.range[0]) {
    return { code: 'not-a-statement', reason: 'Only a statement of its own can be returned: await the call instead.' };
  }
  return { edits: [openVoid(node, text, 'return ')] };
};

