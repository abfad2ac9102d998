import type { Evaluation } from '../values/evaluation.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { Entry, Registration } from '../catalog/entry.ts';
import type { Of } from '../catalog/lookup.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Setting } from './run.ts';
import { methodCall, propertyName } from '../syntax/call.ts';
import { nameOf } from '../syntax/function.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { boundTo } from './bound.ts';
import { joinPath } from './label.ts';
import { mountedAt } from './mounts.ts';
import { optionWords, textOf } from './words.ts';

/** `app.get('/', show)`, `new Worker('mail', send)` */
export type RegisteringCall = TSESTree.CallExpression | TSESTree.NewExpression;

/** What a route's label may say of a registering call: its method, its arguments, the variable that holds it. */
export function labelWords(
  call: RegisteringCall,
  { entry, facet }: Of<Registration>,
  source: Source,
  evaluation: Evaluation,
  setting: Setting | undefined,
): Record<string, string | undefined> {
  const words: Record<string, string | undefined> = {};
  const method = methodCall(call) ?? verbCall(call, source, evaluation, setting);
  if (method !== undefined) {
    words['method'] = method.method;
    words['METHOD'] = facet.verbs?.[method.method] ?? method.method.toUpperCase();
    const receiver = receiverText(method.object, entry, source, evaluation);
    words['receiver'] = mounted(receiver, method.object, source, evaluation, setting);
  } else if (call.callee.type === 'Identifier') words['method'] = call.callee.name;
  for (const [index, argument] of call.arguments.entries()) {
    words[index.toString()] = textOf(argument, source, evaluation, setting);
    Object.assign(words, optionWords(argument, source, evaluation, setting));
  }
  if (method !== undefined) words['0'] = mounted(words['0'], method.object, source, evaluation, setting);
  const variable = nameOf(wrapped(call));
  if (variable !== 'default') words['variable'] = variable;
  return words;
}

/**
 * `router[method](path, handler)`, taken apart. The method is the text that the run gives it; where that is unknown, it
 * stands for any verb.
 */
export function verbCall(
  call: RegisteringCall,
  source: Source,
  evaluation: Evaluation,
  setting?: Setting,
): { readonly object: Node; readonly method: string } | undefined {
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression' || !callee.computed || propertyName(callee) !== undefined) return undefined;
  return { object: callee.object, method: textOf(callee.property, source, evaluation, setting) ?? 'all' };
}

/**
 * Prepends the path of the mounted router to the path of a route. Other texts, and routes of unmounted routers, stay
 * unchanged.
 */
export function mounted(
  path: string | undefined,
  object: Node,
  source: Source,
  evaluation: Evaluation,
  setting?: Setting,
): string | undefined {
  if (path === undefined || !/^(?:\/|$)/.test(path)) return path;
  const router = setting === undefined ? undefined : boundTo(object, source, setting, evaluation);
  const prefix =
    router?.kind === 'written'
      ? mountedAt(router.node, router.source, evaluation)
      : mountedAt(object, source, evaluation);
  return prefix === undefined ? path : joinPath(prefix, path);
}

/** The path given to `app.route('/x')` further left in the chain. */
function receiverText(
  object: Node,
  { receivers = {} }: Entry,
  source: Source,
  evaluation: Evaluation,
): string | undefined {
  for (let call = methodCall(unwrap(object)); call !== undefined; call = methodCall(unwrap(call.object))) {
    const { method } = call;
    if (Object.values(receivers).some(({ from }) => from?.method === method))
      return textOf(call.call.arguments[0], source, evaluation);
  }
  return undefined;
}
