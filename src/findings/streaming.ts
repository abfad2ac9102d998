import type { Variable } from '@typescript-eslint/scope-manager';
import type { Node } from '../syntax/source.ts';
import type { Ground } from './ground.ts';
import { variableOf, writesOf } from '../syntax/binding.ts';
import { methodCall } from '../syntax/call.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { walk } from '../syntax/walk.ts';
import { answersByAssignment } from './answers.ts';

/** What ends a stream, whoever made it. */
const ENDS = new Set(['end', 'done', 'close', 'finish']);

/**
 * Whether `body` writes the stream that is the answer: it ends a local variable that the function around it returns or answers with,
 * as in `const stream = create(); (async () => { …; stream.done(); })(); return { output: stream.value };`, or one made from it
 * (`const writer = stream.writable.getWriter()`).
 */
export function feedsAnswer(body: Node, ground: Ground): boolean {
  const ended = endedVariables(body, ground);
  const streams = [...ended].flatMap((variable) => [variable, madeFrom(variable, ground)]).filter((variable) => variable !== undefined);
  return streams.some((variable) => variable.references.some(({ identifier }) => !isInside(identifier, body) && isAnswer(identifier, ground, 0)));
}

/** The variable at the start of the expression that a variable is set to. */
function madeFrom(variable: Variable, { source }: Ground): Variable | undefined {
  const [write, ...others] = writesOf(variable) ?? [];
  if (write === undefined || others.length > 0) return undefined;
  let node = unwrap(write);
  for (;;) {
    if (node.type === 'MemberExpression') node = unwrap(node.object);
    else if (node.type === 'CallExpression') node = unwrap(node.callee);
    else return node.type === 'Identifier' && node !== write ? variableOf(node, source) : undefined;
  }
}

function endedVariables(body: Node, { source }: Ground): Set<Variable> {
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

/** Whether a reference stands in what its function returns, in what is assigned as the answer (`ctx.body = zip.outputStream`), or in what a variable of either kind is set to. */
function isAnswer(identifier: Node, ground: Ground, depth: number): boolean {
  for (let inner = identifier; inner.parent != null; inner = inner.parent) {
    const outer: Node = inner.parent;
    switch (outer.type) {
      case 'ReturnStatement':
        return true;
      case 'AssignmentExpression':
        return outer.right === inner && answersByAssignment(outer.left, ground.means(identifier), ground.source);
      case 'VariableDeclarator': {
        const variable = outer.init === inner && depth < 3 ? variableOf(outer.id, ground.source) : undefined;
        return variable?.references.some((reference) => reference.isRead() && isAnswer(reference.identifier, ground, depth + 1)) ?? false;
      }
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
      case 'FunctionDeclaration':
      case 'ExpressionStatement':
        return false;
      default:
    }
  }
  return false;
}
