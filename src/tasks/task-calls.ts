import type { TSESTree } from '@typescript-eslint/types';
import type { Evaluation } from '../values/evaluation.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { isFunction } from '../syntax/function.ts';

/** A call that starts a task. */
export interface TaskCall {
  readonly call: TSESTree.CallExpression;
  /** The task's work: a promise, or a function. */
  readonly work: Node;
  /** The function that is started, if it is in this file. */
  readonly fn: FunctionNode | undefined;
}

/** The calls of a tracker in a file, recognized by its name: `fireTask(…)`, `tasks.fireTask(…)`. */
export function taskCallsIn(source: Source, tracker: string, evaluation: Evaluation): TaskCall[] {
  if (!source.text.includes(tracker)) return [];
  return outlineOf(source).calls.flatMap((call) => {
    if (call.type !== 'CallExpression' || nameOf(call.callee) !== tracker) return [];
    const [work] = call.arguments;
    return work === undefined ? [] : [{ call, work, fn: functionOf(work, source, evaluation) }];
  });
}

function nameOf(callee: Node): string | undefined {
  const node = unwrap(callee);
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' &&
    !node.computed &&
    node.object.type === 'Identifier' &&
    node.property.type === 'Identifier'
    ? node.property.name
    : undefined;
}

function functionOf(work: Node, source: Source, evaluation: Evaluation): FunctionNode | undefined {
  const node = unwrap(work);
  if (isFunction(node)) return node;
  const value = evaluation.expression(node, source);
  return value?.kind === 'function' && value.source === source && isFunction(value.node) ? value.node : undefined;
}
