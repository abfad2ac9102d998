import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Handler } from './handler.ts';
import { UNKNOWN_REGISTRY } from '../catalog/roles.ts';
import { readsOf, variableOf } from '../syntax/binding.ts';
import { methodCall, propertyName } from '../syntax/call.ts';
import { isFunction } from '../syntax/function.ts';
import { keyName } from '../syntax/literal.ts';
import { contains } from '../syntax/position.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { functionOf } from '../values/function-of.ts';
import { returnedExpressions } from '../values/results.ts';
import { decoratorName, methodDecorators } from './decorators.ts';
import { mayServe } from './servers.ts';
import { DECORATED_METHOD } from './shape-words.ts';

/**
 * Methods that a decorator of the user's own code hands to what calls them later:
 * `registry.add(name, descriptor.value)`. A decorator that replaces the method only wraps it.
 */
export function ownDecoratorHandlers(source: Source, evaluation: Evaluation): Handler[] {
  if (!DECORATED_METHOD.test(source.text) || !mayServe(source, evaluation)) return [];
  return outlineOf(source).classes.flatMap((owner) =>
    owner.body.body.flatMap((member) => {
      const name = member.type === 'MethodDefinition' ? keyName(member.key, member.computed) : undefined;
      if (member.type !== 'MethodDefinition' || member.kind !== 'method' || name === undefined) return [];
      const node = member.value;
      if (!isFunction(node)) return [];
      const decorator = methodDecorators(owner, member, name, source).find((each) =>
        isHandedOn(each, source, evaluation),
      );
      if (decorator === undefined) return [];
      const whose = [owner.id?.name, name].filter((part) => part !== undefined).join('.');
      return [
        {
          node,
          source,
          entry: UNKNOWN_REGISTRY,
          kind: 'message' as const,
          by: 'shape' as const,
          route: `${decoratorName(decorator) ?? 'decorated'} ${whose}`,
        },
      ];
    }),
  );
}

/** Whether the user's decorator passes the method that it decorates to a call, directly or in a function. */
function isHandedOn(decorator: Node, source: Source, evaluation: Evaluation): boolean {
  const own = functionOf(unwrap(decorator), source, evaluation);
  if (own === undefined || givesAnother(own.fn)) return false;
  const reads = methodReads(own.fn, own.source);
  return reads.length > 0 && reads.every((read) => !isReplaced(read)) && reads.some((read) => isGiven(read, own.fn));
}

/** `return { ...descriptor, value: wrap(descriptor.value) }` */
function givesAnother(fn: FunctionNode): boolean {
  return returnedExpressions(fn).some((value) => {
    const node = unwrap(value);
    return node.type === 'ObjectExpression' || isFunction(node);
  });
}

/** What reads the method in a decorator: `descriptor.value`, `target[key]`. */
function methodReads(fn: FunctionNode, source: Source): Node[] {
  const [target, key, descriptor] = fn.params;
  const members = (parameter: Node | undefined): Node[] => {
    const variable = parameter?.type === 'Identifier' ? variableOf(parameter, source) : undefined;
    if (variable === undefined) return [];
    return readsOf(variable).flatMap((read) => {
      const { parent } = wrapped(read);
      return parent?.type === 'MemberExpression' && parent.object === wrapped(read) ? [parent] : [];
    });
  };
  const isKey = (node: Node): boolean =>
    key?.type === 'Identifier' && node.type === 'Identifier' && node.name === key.name;
  return [
    ...members(descriptor).filter((node) => node.type === 'MemberExpression' && propertyName(node) === 'value'),
    ...members(target).filter(
      (node) => node.type === 'MemberExpression' && node.computed && isKey(unwrap(node.property)),
    ),
  ];
}

/** `descriptor.value = function () { … }` */
function isReplaced(read: Node): boolean {
  const { parent } = wrapped(read);
  return parent?.type === 'AssignmentExpression' && unwrap(parent.left) === read;
}

/** Whether a call gets the method, or a function in which it is called. Metadata and properties only describe it. */
function isGiven(read: Node, decorator: FunctionNode): boolean {
  let given = false;
  for (let node: Node = wrapped(read); node !== decorator && contains(decorator, node);) {
    const { parent } = node;
    if (parent == null) return false;
    if (parent.type === 'CallExpression' && parent.callee !== node) {
      if (isMetadata(parent)) return false;
      given = true;
    }
    node = parent;
  }
  return given;
}

/** `Reflect.defineMetadata(KEY, path, descriptor.value)`, `Object.defineProperty(target, key, …)` */
function isMetadata(call: Node): boolean {
  const object = methodCall(call)?.object;
  const name = object === undefined ? undefined : unwrap(object);
  return name?.type === 'Identifier' && /^(?:Reflect|Object)$/.test(name.name);
}
