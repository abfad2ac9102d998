import type { TSESTree } from '@typescript-eslint/types';
import type { Finding } from '../../findings/finding.ts';
import type { SignatureNode } from '../../syntax/function.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { RewriteContext, Outcome } from '../context.ts';
import { STOPS_LISTENING } from '../../catalog/streams-and-events.ts';
import { variableOf } from '../../syntax/binding.ts';
import { isPath, methodCall } from '../../syntax/call.ts';
import { parameterTarget } from '../../syntax/function.ts';
import { rootOf, unwrap, wrapped } from '../../syntax/unwrap.ts';
import { outlineOf } from '../../syntax/walk.ts';
import { close, open } from '../edit.ts';
import { bindsItsOwn } from './task.ts';

/** `ids.forEach(audit)` → `ids.forEach((id) => fireTask(audit(id), 'audit'))`, with the function's own parameters. */
export function referenceTask(
  finding: Finding,
  { source, evaluation, calleeAt, taskName }: RewriteContext,
  reference: Node,
): Outcome {
  if (isTakenOff(reference, source)) {
    return {
      code: 'removed-by-name',
      reason: 'The callback is passed by name and removed by name later: call fireTask inside the function.',
    };
  }
  const value = evaluation.expression(reference, source);
  const names = value?.kind === 'function' && isPath(reference) ? parameterList(value.node) : undefined;
  const callee = calleeAt(reference);
  if (
    value?.kind !== 'function' ||
    names === undefined ||
    names.some((name) => isTaken(name, [reference, callee])) ||
    (names.length > 0 && isUntyped(finding, source))
  ) {
    return {
      code: 'function-reference',
      reason: 'The callback is passed by name: wrap it in an arrow function that calls it, then run this again.',
    };
  }
  if (bindsItsOwn(value.node))
    return {
      code: 'uses-this',
      reason: 'The callback is passed by name and uses this: wrap it in an arrow function that calls it on its object.',
    };
  const list = names.join(', ');
  const called = withAssertion(reference);
  const [start, end] = called.range;
  // A type assertion on the name must apply to the new function, not to its body.
  const [before, after] = wrapped(called) === called ? ['', ''] : ['(', ')'];
  return {
    callee,
    edits: [open(start, `${before}(${list}) => ${callee}(`), close(end, `(${list}), ${taskName(finding)})${after}`)],
  };
}

/** `audit!`: a name that may be undefined is called with its `!`. */
function withAssertion(reference: Node): Node {
  return reference.parent?.type === 'TSNonNullExpression' ? withAssertion(reference.parent) : reference;
}

/** TypeScript infers the types of the parameters from the API, and `process.nextTick` accepts any function. */
function isUntyped({ site }: Finding, { path }: Source): boolean {
  return /\.[cm]?tsx?$/.test(path) && methodCall(site)?.method === 'nextTick';
}

/** The parameters as the callback passes them on; undefined if one is destructured. */
function parameterList(fn: SignatureNode): string[] | undefined {
  const names = fn.params.map(nameOfParameter);
  return names.every((name) => name !== undefined && name !== 'this') ? (names as string[]) : undefined;
}

function nameOfParameter(parameter: TSESTree.Parameter): string | undefined {
  const target = parameterTarget(parameter);
  if (target.type === 'RestElement')
    return target.argument.type === 'Identifier' ? `...${target.argument.name}` : undefined;
  return target.type === 'Identifier' ? target.name : undefined;
}

/** A parameter must not hide what the new call names. */
function isTaken(parameter: string, [reference, callee]: readonly [Node, string]): boolean {
  const name = parameter.replace('...', '');
  return name === rootName(reference) || name === callee.split('.')[0];
}

function rootName(node: Node): string | undefined {
  const root = rootOf(node);
  return root.type === 'Identifier' ? root.name : undefined;
}

/** `emitter.off('x', audit)`: a listener is removed by its identity. */
function isTakenOff(reference: Node, source: Source): boolean {
  const same = (other: Node): boolean => {
    const node = unwrap(other);
    if (reference.type !== 'Identifier')
      return source.text.slice(...node.range) === source.text.slice(...reference.range);
    return node.type === 'Identifier' && variableOf(node, source) === variableOf(reference, source);
  };
  return outlineOf(source).calls.some(
    (node) => node.type === 'CallExpression' && takesOff(node) && node.arguments.some(same),
  );
}

/** `emitter.off(…)`, `target.removeEventListener(…)` */
export function takesOff(node: Node): boolean {
  return STOPS_LISTENING.test(methodCall(node)?.method ?? '');
}
