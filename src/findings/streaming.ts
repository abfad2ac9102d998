import type { Variable } from '@typescript-eslint/scope-manager';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node } from '../syntax/source.ts';
import type { Ground } from './ground.ts';
import { variableOf } from '../syntax/binding.ts';
import { methodCall } from '../syntax/call.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { walk } from '../syntax/walk.ts';
import { answersByAssignment } from './answers.ts';

/** What ends a stream, whoever made it. */
const ENDS = new Set(['end', 'done', 'close', 'finish']);

/**
 * Whether `body` writes the stream that is the answer: it ends a local variable that the function around it returns or answers with,
 * as in `const stream = create(); (async () => { …; stream.done(); })(); return { output: stream.value };`.
 */
export function feedsAnswer(body: FunctionNode, ground: Ground): boolean {
  const ended = endedVariables(body, ground);
  return [...ended].some((variable) => variable.references.some(({ identifier }) => !isInside(identifier, body) && isAnswer(identifier, ground)));
}

function endedVariables(body: FunctionNode, { source }: Ground): Set<Variable> {
  const ended = new Set<Variable>();
  walk(body, (node) => {
    const call = methodCall(node);
    if (call === undefined || !ENDS.has(call.method)) return;
    const object = unwrap(call.object);
    const variable = object.type === 'Identifier' ? variableOf(object, source) : undefined;
    if (variable !== undefined) ended.add(variable);
  });
  return ended;
}

function isInside(node: Node, outer: Node): boolean {
  return outer.range[0] <= node.range[0] && node.range[1] <= outer.range[1];
}

/** Whether a reference stands in what its function returns, or in what is assigned as the answer: `ctx.body = zip.outputStream`. */
function isAnswer(identifier: Node, ground: Ground): boolean {
  for (let inner = identifier; inner.parent != null; inner = inner.parent) {
    const outer: Node = inner.parent;
    switch (outer.type) {
      case 'ReturnStatement':
        return true;
      case 'AssignmentExpression':
        return outer.right === inner && answersByAssignment(outer.left, ground.means(identifier), ground.source);
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
      case 'FunctionDeclaration':
      case 'ExpressionStatement':
      case 'VariableDeclaration':
        return false;
      default:
    }
  }
  return false;
}
