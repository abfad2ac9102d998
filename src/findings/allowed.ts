import { basename } from 'node:path';
import type { CallNode } from '../syntax/call.ts';
import type { Value } from '../values/value.ts';
import type { Context } from '../ownership/index.ts';
import type { AllowedCall, Options } from './options.ts';
import { chainRoot } from '../syntax/call.ts';
import { isFunction, nameOf, qualifiedNameOf } from '../syntax/function.ts';
import { jsdocOf } from '../syntax/jsdoc.ts';
import { isCall } from '../syntax/walk.ts';

/**
 * Whether the author has declared that the work of a call needs no owner: by the option `allow`, or by `@fireAndForget`
 * and a reason in the JSDoc of the called function.
 */
export function isAllowed(call: CallNode, { source, evaluation }: Context, { allow }: Options): boolean {
  const root = chainRoot(call);
  const callee =
    isCall(root) && (root.type === 'CallExpression' || root.type === 'NewExpression')
      ? evaluation.expression(root.callee, source)
      : undefined;
  if (callee === undefined) return false;
  return saysSo(callee) || allow.some((allowed) => matches(callee, allowed));
}

function saysSo(callee: Value): boolean {
  if (callee.kind !== 'function') return false;
  return /@fireAndForget[ \t]+(?!\*\/)\S/.test(jsdocOf(callee.node, callee.source) ?? '');
}

function matches(callee: Value, { from, name, package: module, path }: AllowedCall): boolean {
  const names = typeof name === 'string' ? [name] : name;
  if (from === 'file') {
    if (callee.kind !== 'function' || !isFunction(callee.node)) return false;
    if (
      path !== undefined &&
      !callee.source.path.endsWith(path.replace(/^\.?\//, '/')) &&
      basename(callee.source.path) !== path
    )
      return false;
    return names.includes(nameOf(callee.node) ?? '') || names.includes(qualifiedNameOf(callee.node));
  }
  if (callee.kind !== 'external' || callee.module !== (from === 'lib' ? 'global' : module)) return false;
  // The callee as written, or its last name: `Client.send`, `send`.
  const written = callee.steps.filter((step) => step !== '()' && step !== 'new' && step !== 'default');
  return names.includes(written.join('.')) || names.includes(written.at(-1) ?? 'default');
}
