import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../../syntax/source.ts';
import type { Edit } from '../edit.ts';
import type { DrainContext } from './context.ts';
import type { ServerStart } from './starts.ts';
import { variableOf } from '../../syntax/binding.ts';
import { isPath, methodCall } from '../../syntax/call.ts';
import { enclosingFunction, isFunction } from '../../syntax/function.ts';
import { contains } from '../../syntax/position.ts';
import { wrapped } from '../../syntax/unwrap.ts';
import { close, open, replace } from '../edit.ts';
import { isUsedName } from '../names.ts';
import { inBraces, quoted } from '../style.ts';
import { afterStatement, beforeStatement } from './lines.ts';

const USED = 'its result is used in an expression';
/** The name of a constant that holds a server without one. */
const SERVER = 'server';

/**
 * Passes the server that a call starts to `drainOnShutdown`: `drainOnShutdown(app.listen(3000));`, or on a separate
 * line if a name holds it.
 *
 * @returns a reason in words if that can't be done where the call is
 */
export function startEdits({ call, start, whole }: ServerStart, context: DrainContext): Edit[] | string {
  return start.closable === 'receiver'
    ? receiverEdits(call, context)
    : resultEdits(whole, start.promised === true, context);
}

/** `drainOnShutdown(fastify);` before the statement that makes it listen. */
function receiverEdits(call: Node, context: DrainContext): Edit[] | string {
  const object = methodCall(call)?.object;
  if (object === undefined || !isPath(object)) return 'the server is not in a variable there';
  const statement = statementAround(call);
  return statement === undefined
    ? 'it is not a separate statement'
    : [beforeStatement(statement, callOf(context.text.slice(...object.range), context), context)];
}

/**
 * For several calls that start one server in different branches: `drainOnShutdown(fastify);` before the statement that
 * contains them all. Undefined if they start different servers, or if that statement also declares the server.
 */
export function sharedStartEdits(starts: readonly ServerStart[], context: DrainContext): Edit[] | undefined {
  const [first, ...others] = starts.map(({ call, start }) =>
    start.closable === 'receiver' ? methodCall(call)?.object : undefined,
  );
  if (first === undefined || others.includes(undefined)) return undefined;
  const name = context.text.slice(...first.range);
  const variable = variableOf(first, context.source);
  if (first.type !== 'Identifier' || variable === undefined) return undefined;
  if (others.some((other) => other === undefined || variableOf(other, context.source) !== variable)) return undefined;
  const statement = statementOfAll(starts.map(({ call }) => call));
  const isKnownThere = statement !== undefined && !variable.defs.some(({ node }) => contains(statement, node));
  return isKnownThere ? [beforeStatement(statement, callOf(name, context), context)] : undefined;
}

/**
 * For several calls in one function that start servers: each server is passed on, because the calls of
 * `drainOnShutdown` add up. Undefined if one of them can't be, or if they are in different functions, which may belong
 * to different programs.
 */
export function eachStartEdits(starts: readonly ServerStart[], context: DrainContext): Edit[] | undefined {
  if (new Set(starts.map(({ call }) => enclosingFunction(call))).size > 1) return undefined;
  const edits: Edit[] = [];
  for (const start of starts) {
    const found = start.start.closable === 'result' ? startEdits(start, context) : 'it is not what the call yields';
    if (typeof found === 'string') return undefined;
    edits.push(...found);
  }
  return edits;
}

/** The innermost statement of a block that contains all nodes, within one function. */
function statementOfAll([first, ...others]: readonly Node[]): Node | undefined {
  for (let inner = first; inner?.parent != null; inner = inner.parent) {
    if (isFunction(inner)) return undefined;
    const isListed = inner.parent.type === 'BlockStatement' || inner.parent.type === 'Program';
    const statement = inner;
    if (isListed && others.every((other) => contains(statement, other))) return statement;
  }
  return undefined;
}

function resultEdits(whole: Node, promised: boolean, context: DrainContext): Edit[] | string {
  const awaited = whole.parent?.type === 'AwaitExpression' ? whole.parent : undefined;
  if (promised && awaited === undefined) return 'the promise of the server is not awaited';
  const value = wrapped(awaited ?? whole);
  const { parent } = value;
  if (parent?.type === 'ExpressionStatement')
    return [open(value.range[0], `${context.callee}(`), close(value.range[1], `${optionsText(context)})`)];
  if (parent?.type === 'ReturnStatement') return returnedEdits(parent, context) ?? USED;
  const held = heldIn(value, context.text);
  const statement = held === undefined ? undefined : statementAround(value);
  if (held === undefined || statement === undefined) return USED;
  return [afterStatement(statement, callOf(held, context), context)];
}

/** `return app.listen(3000);`: a constant holds the server, which is passed on and then returned. */
function returnedEdits(statement: TSESTree.ReturnStatement, context: DrainContext): Edit[] | undefined {
  const { argument, parent } = statement;
  if (argument === null || parent.type !== 'BlockStatement' || isUsedName(SERVER, context.source)) return undefined;
  return [
    replace(statement.range[0], argument.range[0], `const ${SERVER} = `),
    afterStatement(statement, [callOf(SERVER, context), `return ${SERVER}`], context),
  ];
}

/** `drainOnShutdown(server)` */
function callOf(server: string, context: DrainContext): string {
  return `${context.callee}(${server}${optionsText(context)})`;
}

/** `, { signals: ['SIGTERM'] }` */
function optionsText({ signals, style }: DrainContext): string {
  if (signals === undefined) return '';
  return `, ${inBraces(`signals: [${signals.map((signal) => quoted(signal, style)).join(', ')}]`, style)}`;
}

/** The name or path that a declaration or an assignment statement stores the value in. */
function heldIn(value: Node, text: string): string | undefined {
  const { parent } = value;
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  const isAssigned =
    parent?.type === 'AssignmentExpression' &&
    parent.operator === '=' &&
    parent.right === value &&
    parent.parent.type === 'ExpressionStatement';
  return isAssigned && isPath(parent.left) ? text.slice(...parent.left.range) : undefined;
}

/** The statement that contains `node`, from a list of statements in the same function. */
function statementAround(node: Node): Node | undefined {
  for (let inner = node; inner.parent != null; inner = inner.parent) {
    const { parent } = inner;
    if (
      parent.type === 'BlockStatement' ||
      parent.type === 'Program' ||
      parent.type === 'StaticBlock' ||
      (parent.type === 'SwitchCase' && parent.test !== inner)
    )
      return inner;
    if (isFunction(parent) || parent.type === 'PropertyDefinition') return undefined;
    // A line beside a branch would always run, but the branch may not.
    if (/^(?:If|For|While|DoWhile|Labeled)/.test(parent.type)) return undefined;
  }
  return undefined;
}
