import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../../syntax/function.ts';
import type { Node, Source } from '../../syntax/source.ts';
import { REQUEST_NAMES } from '../../catalog/conventions.ts';
import { methodCall } from '../../syntax/call.ts';
import { isExit } from '../../syntax/exit.ts';
import { enclosingFunction, parameterTarget } from '../../syntax/function.ts';
import { contains } from '../../syntax/position.ts';
import { unwrap, wrapped } from '../../syntax/unwrap.ts';
import { outlineOf, someIn } from '../../syntax/walk.ts';

const ENDS = /^(?:close|destroy|stop|shutdown)$/;

/**
 * Whether one of its own requests ends the server that a function starts, such as a login's redirect to the user's own
 * machine: `async function login() { const server = createServer((req, res) => { res.end(); server.close(); }); … }`.
 * The program lives on without it. A request may also end the whole program.
 */
export function isEndedByRequest(start: TSESTree.CallExpression, whole: Node, source: Source): boolean {
  const starter = enclosingFunction(start);
  if (starter === undefined) return false;
  const { text } = source;
  const names = new Set(namesOf(start, whole).map((node) => text.slice(...node.range)));
  return outlineOf(source).calls.some((call) => {
    const found = methodCall(call);
    if (found === undefined || !ENDS.test(found.method) || !names.has(text.slice(...found.object.range))) return false;
    const request = contains(starter, call) ? requestAround(call) : undefined;
    return request !== undefined && !someIn(request, (node) => isExit(node, source));
  });
}

/** Whether a server doesn't keep the process alive, so that another one is the program's: `server.unref()`. */
export function isBeside(start: TSESTree.CallExpression, whole: Node, source: Source): boolean {
  const { text } = source;
  const names = new Set(namesOf(start, whole).map((node) => text.slice(...node.range)));
  return outlineOf(source).calls.some((call) => {
    const found = methodCall(call);
    return found?.method === 'unref' && (names.has(text.slice(...found.object.range)) || found.object === start);
  });
}

/** What the server is called: `server` in `server.listen(0)` and `const server = app.listen(0)`. */
function namesOf(start: TSESTree.CallExpression, whole: Node): Node[] {
  const object = methodCall(start)?.object;
  const holder = wrapped(whole).parent;
  const held =
    holder?.type === 'VariableDeclarator'
      ? holder.id
      : holder?.type === 'AssignmentExpression' && unwrap(holder.right) === unwrap(whole)
        ? holder.left
        : undefined;
  return [object, held].flatMap((node) => (node === undefined ? [] : [unwrap(node)]));
}

/** The function around a node that is given a request. */
function requestAround(node: Node): FunctionNode | undefined {
  for (let fn = enclosingFunction(node); fn !== undefined; fn = enclosingFunction(fn)) {
    const [first] = fn.params;
    const target = first === undefined ? undefined : parameterTarget(first);
    if (target?.type === 'Identifier' && REQUEST_NAMES.test(target.name)) return fn;
  }
  return undefined;
}
