import type { Variable } from '../syntax/scopes/scope.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import { readsOf, variableOf } from '../syntax/binding.ts';
import { methodCall } from '../syntax/call.ts';
import { enclosingFunction } from '../syntax/function.ts';
import { isKeptInterval } from '../syntax/kept-interval.ts';
import { staticText } from '../syntax/literal.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { readsOfFunction } from '../syntax/uses.ts';
import { LISTENS, STREAM_MAKERS } from '../catalog/streams-and-events.ts';

/**
 * How an inner function relates to the function around it. `run`: it runs as part of it, because it is called in place,
 * by its name, or by a call that receives it. `apart`: it is a method of a class, or is only returned or exported, so
 * that other code may call it. `heard`: it is passed to `.on('event', …)`, and runs on the event. `timed`: it runs in
 * an interval that outlives the function.
 */
export type InnerKind = 'run' | 'apart' | 'heard' | 'timed';

export function innerKindOf(fn: FunctionNode, source: Source): InnerKind {
  if (isListener(fn)) return 'heard';
  const { parent } = wrapped(fn);
  if (parent != null && isKeptInterval(parent, source)) return 'timed';
  if (isNamedListener(fn, source)) return 'heard';
  if (fn.type === 'FunctionDeclaration')
    return fn.id !== null && isOnlyGivenBack(variableOf(fn.id, source)) ? 'apart' : 'run';
  return isApart(fn, source) ? 'apart' : 'run';
}

/** `socket.on('message', fn)` */
function isListener(fn: Node): boolean {
  const { parent } = wrapped(fn);
  const method = parent == null ? undefined : methodCall(parent);
  if (method === undefined || !LISTENS.has(method.method)) return false;
  const [event, given] = method.call.arguments;
  return given !== undefined && unwrap(given) === fn && staticText(event) !== undefined;
}

/** `const onData = (data) => { … }; child.stdout.on('data', onData)`, and no other use of it. */
function isNamedListener(fn: FunctionNode, source: Source): boolean {
  const reads = readsOfFunction(fn, source) ?? [];
  return reads.length > 0 && reads.every(isListener);
}

/** Whether an expression is returned or exported, directly or in a literal. */
function isApart(expression: Node, source: Source): boolean {
  const node = wrapped(expression);
  const { parent } = node;
  switch (parent?.type) {
    case 'MethodDefinition':
    case 'ExportDefaultDeclaration':
      return true;
    case 'ReturnStatement':
      return !isCleanUp(node);
    case 'ArrowFunctionExpression':
      return parent.body === node && !isCleanUp(node);
    case 'Property':
      return parent.value === node && isApart(parent.parent, source);
    case 'ArrayExpression':
    case 'ConditionalExpression':
    case 'LogicalExpression':
      return isApart(parent, source);
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' && isOnlyGivenBack(variableOf(parent.id, source));
    case 'AssignmentExpression':
      return parent.right === node && isExport(parent.left);
    default:
      return false;
  }
}

/**
 * `eventStream(signal, (send) => { …; return () => { … }; })`: the function that the callback returns runs when the
 * stream ends.
 */
function isCleanUp(returned: Node): boolean {
  const writer = enclosingFunction(returned);
  const call = writer === undefined ? undefined : wrapped(writer).parent;
  if (call?.type !== 'CallExpression' && call?.type !== 'NewExpression') return false;
  const name = methodCall(call)?.method ?? (call.callee.type === 'Identifier' ? call.callee.name : '');
  return STREAM_MAKERS.test(name) && call.callee !== writer;
}

/** Whether a name is read, and every read only returns or exports its value. */
function isOnlyGivenBack(variable: Variable | undefined): boolean {
  const reads = variable === undefined ? [] : readsOf(variable);
  return reads.length > 0 && reads.every(isGivenBack);
}

function isGivenBack(expression: Node): boolean {
  const node = wrapped(expression);
  const { parent } = node;
  switch (parent?.type) {
    case 'ReturnStatement':
    case 'ExportDefaultDeclaration':
      return true;
    case 'ArrowFunctionExpression':
      return parent.body === node;
    case 'Property':
      return parent.value === node && isGivenBack(parent.parent);
    case 'AssignmentExpression':
      return parent.right === node && isExport(parent.left);
    default:
      return false;
  }
}

/** `exports.x`, `module.exports`, `this.x` */
function isExport(target: Node): boolean {
  const node = unwrap(target);
  if (node.type !== 'MemberExpression') return false;
  const object = unwrap(node.object);
  if (object.type === 'ThisExpression') return true;
  if (object.type === 'Identifier') return object.name === 'exports' || object.name === 'module';
  return isExport(object) && object.type === 'MemberExpression' && unwrap(object.object).type === 'Identifier';
}
