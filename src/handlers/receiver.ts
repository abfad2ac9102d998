import type { Evaluation } from '../values/evaluation.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { Registration } from '../catalog/entry.ts';
import type { Of } from '../catalog/lookup.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Declared } from '../values/types/index.ts';
import type { ExternalValue, ParameterValue, Value } from '../values/value.ts';
import { methodCall, propertyName } from '../syntax/call.ts';
import { parameterNames } from '../syntax/function.ts';
import { keyName, staticText } from '../syntax/literal.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { declaredTypeOf } from './annotation.ts';
import type { ReceiverMatch } from './receiver-steps.ts';
import { receiversOfThis } from './plugin-this.ts';
import { alongPath, stepReceivers } from './receiver-steps.ts';
import { isOfPage } from './servers.ts';
import { declaredAs, extendedBy } from '../values/types/index.ts';
import { CALL } from '../values/value.ts';

/** The catalog rows whose receiver is among those found. */
export function onReceivers<Facet extends { readonly on?: string }>(
  rows: readonly Of<Facet>[],
  receivers: readonly ReceiverMatch[],
): Of<Facet>[] {
  return rows.filter(({ entry, facet }) =>
    receivers.some((match) => match.entry === entry && match.receiver === (facet.on ?? 'app')),
  );
}

/** All receivers that the object of a registering call may be. */
export function receiversOf(object: Node, source: Source, evaluation: Evaluation): readonly ReceiverMatch[] {
  const value = evaluation.expression(object, source);
  return value === undefined
    ? receiversOfThis(object, source, evaluation)
    : valueReceivers(value, evaluation, source, object);
}

function valueReceivers(value: Value, evaluation: Evaluation, source: Source, object: Node): readonly ReceiverMatch[] {
  if (value.kind === 'parameter') {
    if (value.path.length === 0) return parameterReceivers(value, evaluation, object);
    return alongPath(value.path, givenReceivers(value, evaluation));
  }
  if (value.kind === 'typed' || value.kind === 'instance')
    return packagesTypes(value, evaluation, source, object).flatMap((part) =>
      evaluation.catalog.receivers.findAll(part),
    );
  if (value.kind !== 'external') return [];
  const direct = evaluation.catalog.receivers.findAll(value);
  if (direct.length > 0) return direct;
  if (value.steps.at(-1) !== CALL || value.steps.length < 3) {
    // A property of a receiver, such as `app` in Koa and Fastify, is no receiver.
    return [];
  }
  const method = value.steps.at(-2);
  const parents = valueReceivers({ ...value, steps: value.steps.slice(0, -2) }, evaluation, source, object);
  return parents.flatMap(({ entry, receiver }) => stepReceivers(entry, receiver, method));
}

/**
 * The types of packages that are parts or bases of the user's own type: `interface Client extends Socket`, `{ id: string
 * } & Socket`.
 */
function packagesTypes(value: Value, evaluation: Evaluation, source: Source, object: Node): ExternalValue[] {
  const found: ExternalValue[] = [];
  const seen = new Set<Node>();
  const follow = (declared: Declared): void => {
    if (declared.external !== undefined) found.push(declared.external);
    else if (!seen.has(declared.node)) {
      seen.add(declared.node);
      extendedBy(declared, evaluation).forEach(follow);
    }
  };
  declaredAs(value, object, source).forEach(follow);
  return found;
}

/**
 * A parameter without a type is a receiver if its function is known to get one, or if its name and the call suggest it.
 */
function parameterReceivers(value: ParameterValue, evaluation: Evaluation, object: Node): ReceiverMatch[] {
  const given = givenReceivers(value, evaluation);
  if (given.length > 0) return given;
  const { fn, index, source } = value;
  const name = parameterNames(fn)[index];
  if (name === undefined || !readsLikeRoute(object) || isOfPage(source, evaluation)) return [];
  return evaluation.catalog.entries
    .filter(
      (entry) =>
        entry.receiverNames?.includes(name) === true &&
        evaluation.workspace.packages.dependsOn(source.path, entry.packages),
    )
    .map((entry) => ({ entry, receiver: 'app' }));
}

/** The receivers that a parameter may be, by the call that takes its function, or by the function's type or shape. */
export function givenReceivers({ fn, index, source }: ParameterValue, evaluation: Evaluation): ReceiverMatch[] {
  return [...givenTo(fn, index, source, evaluation), ...pluginReceivers(fn, index, source, evaluation)];
}

/**
 * `app.register((instance) => …)`, `queryType({ fields: (t) => … })`: the receiver that a call passes to the parameter
 * of a function it takes.
 */
function givenTo(fn: FunctionNode, index: number, source: Source, evaluation: Evaluation): ReceiverMatch[] {
  const taken = takenBy(fn);
  if (taken === undefined) return [];
  const { call, key } = taken;
  const given = ({ gives, givesUnder }: Registration): string | undefined =>
    (key === undefined ? gives : givesUnder?.[key])?.[index];
  const method = methodCall(call);
  const rows =
    method === undefined
      ? []
      : (evaluation.catalog.registrationsByMethod.get(method.method) ?? []).filter(
          ({ facet }) => given(facet) !== undefined,
        );
  const byMethod =
    method === undefined || rows.length === 0 ? [] : onReceivers(rows, receiversOf(method.object, source, evaluation));
  const value = evaluation.expression(call, source);
  const byCall = value?.kind === 'external' ? evaluation.catalog.registeringCalls.findAll(value) : [];
  return [...byMethod, ...byCall].flatMap(({ entry, facet }) => {
    const receiver = given(facet);
    return receiver === undefined ? [] : [{ entry, receiver }];
  });
}

/** The call that takes a function as an argument or inside a literal, with the function's key there. */
function takenBy(
  fn: FunctionNode,
): { call: TSESTree.CallExpression | TSESTree.NewExpression; key?: string } | undefined {
  let outer = wrapped(fn);
  let key: string | undefined;
  for (let parent = outer.parent; parent != null; parent = outer.parent) {
    if (parent.type === 'CallExpression' || parent.type === 'NewExpression') {
      return parent.callee === outer ? undefined : { call: parent, ...(key !== undefined && { key }) };
    }
    if (parent.type === 'Property') key ??= keyName(parent.key, parent.computed);
    else if (parent.type !== 'ObjectExpression' && parent.type !== 'ArrayExpression') return undefined;
    outer = wrapped(parent);
  }
  return undefined;
}

/**
 * `const routes: FastifyPluginAsync = async (app) => …`, or a function with the parameters of a plugin in a package
 * that uses the framework.
 */
function pluginReceivers(fn: FunctionNode, index: number, source: Source, evaluation: Evaluation): ReceiverMatch[] {
  const type = declaredTypeOf(fn, source, evaluation);
  if (type?.kind === 'external') {
    const entry = evaluation.catalog.pluginTypes.find(type);
    const receiver = entry?.plugins?.gives[index];
    if (entry !== undefined && receiver !== undefined) return [{ entry, receiver }];
  }
  const names = parameterNames(fn).join();
  return evaluation.catalog.entries.flatMap((entry) => {
    const receiver = entry.plugins?.gives[index];
    const fits = receiver !== undefined && entry.plugins?.shapes?.some((shape) => shape.join() === names) === true;
    return fits && evaluation.workspace.packages.dependsOn(source.path, entry.packages) ? [{ entry, receiver }] : [];
  });
}

/** `x.post('/orders', …, fn)` */
function readsLikeRoute(object: Node): boolean {
  const member = wrapped(object).parent;
  if (member?.type !== 'MemberExpression' || propertyName(member) === undefined) return false;
  const call = wrapped(member).parent;
  if (call?.type !== 'CallExpression') return false;
  const [first, ...others] = call.arguments;
  return first !== undefined && staticText(unwrap(first))?.startsWith('/') === true && others.length > 0;
}
