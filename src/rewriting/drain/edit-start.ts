import type { Node } from '../../syntax/source.ts';
import type { Edit } from '../edit.ts';
import type { DrainGround } from './ground.ts';
import type { ServerStart } from './starts.ts';
import { isPath, methodCall } from '../../syntax/call.ts';
import { isFunction } from '../../syntax/function.ts';
import { wrapped } from '../../syntax/unwrap.ts';
import { close, open } from '../edit.ts';
import { afterStatement, beforeStatement } from './lines.ts';

/**
 * Gives the server that a call starts to `drainOnShutdown`: `drainOnShutdown(app.listen(3000));`, or in a line of its
 * own where a name holds it.
 *
 * @returns a reason in words when the call stands where that cannot be done
 */
export function startEdits({ call, start, whole }: ServerStart, ground: DrainGround): Edit[] | string {
  return start.closable === 'receiver'
    ? receiverEdits(call, ground)
    : resultEdits(whole, start.promised === true, ground);
}

/** `drainOnShutdown(fastify);` before the statement that has it listen. */
function receiverEdits(call: Node, ground: DrainGround): Edit[] | string {
  const object = methodCall(call)?.object;
  if (object === undefined || !isPath(object)) return 'the server has no name there';
  const statement = statementAround(call);
  return statement === undefined
    ? 'it is no statement of its own'
    : [beforeStatement(statement, `${ground.callee}(${ground.text.slice(...object.range)})`, ground)];
}

function resultEdits(whole: Node, promised: boolean, ground: DrainGround): Edit[] | string {
  const awaited = whole.parent?.type === 'AwaitExpression' ? whole.parent : undefined;
  if (promised && awaited === undefined) return 'the promise of the server is not awaited';
  const value = wrapped(awaited ?? whole);
  const { parent } = value;
  if (parent?.type === 'ExpressionStatement')
    return [open(value.range[0], `${ground.callee}(`), close(value.range[1], ')')];
  const held = heldIn(value, ground.text);
  const statement = held === undefined ? undefined : statementAround(value);
  if (held === undefined || statement === undefined) return 'its result is used in an expression';
  return [afterStatement(statement, `${ground.callee}(${held})`, ground)];
}

/** What a declaration or an assignment of its own holds the value in. */
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

/** The statement of a list that holds `node`, in the same function. */
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
    // Where only one branch of several runs, a line beside it would run always.
    if (/^(?:If|For|While|DoWhile|Labeled)/.test(parent.type)) return undefined;
  }
  return undefined;
}
