import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from './source.ts';
import { keyName, staticText } from './literal.ts';
import { unwrap, wrapped } from './unwrap.ts';
import { isFunction } from './function.ts';

/** Expressions that run code and yield its result. */
export type CallNode =
  TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.ImportExpression | TSESTree.TaggedTemplateExpression;

const CHAIN_METHODS = new Set(['then', 'catch', 'finally']);

/** Name of the property that a member expression reads; undefined when computed at run time. */
export function propertyName(node: TSESTree.MemberExpression): string | undefined {
  return keyName(node.property, node.computed);
}

/** `audit`, `this.audit`, `audits.run`: reading it again gives the same value. */
export function isPath(node: Node): boolean {
  if (node.type === 'MemberExpression') return !node.computed && !node.optional && isPath(node.object);
  return node.type === 'Identifier' || node.type === 'ThisExpression';
}

/** `object.method(…)` taken apart; undefined for other calls. */
export function methodCall(
  node: Node,
): { call: TSESTree.CallExpression; object: TSESTree.Expression; method: string } | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const callee = unwrap(node.callee);
  if (callee.type !== 'MemberExpression') return undefined;
  const method = propertyName(callee);
  return method === undefined ? undefined : { call: node, object: callee.object, method };
}

/** The method call that has a node as its first argument: `jobs.forEach(fn)`. */
export function methodTaking(node: Node): ReturnType<typeof methodCall> {
  const outer = wrapped(node);
  const method = outer.parent == null ? undefined : methodCall(outer.parent);
  return method?.call.arguments[0] === outer ? method : undefined;
}

/** A call of `.then`, `.catch` or `.finally`, taken apart. */
export function chainCall(
  node: Node,
): { call: TSESTree.CallExpression; object: TSESTree.Expression; method: 'then' | 'catch' | 'finally' } | undefined {
  const found = methodCall(node);
  if (found === undefined || !CHAIN_METHODS.has(found.method)) return undefined;
  return { ...found, method: found.method as 'then' | 'catch' | 'finally' };
}

/** The expression at the start of a `.then().catch()` chain. */
export function chainRoot(node: Node): Node {
  let root = unwrap(node);
  for (let link = chainCall(root); link !== undefined; link = chainCall(root)) root = unwrap(link.object);
  return root;
}

/** If `node` is the object of a `.then/.catch/.finally` call, that call. */
export function chainedOnto(node: Node): TSESTree.CallExpression | undefined {
  const outer = wrapped(node);
  const member = outer.parent;
  if (member?.type !== 'MemberExpression' || member.object !== outer) return undefined;
  const callee = wrapped(member);
  const call = callee.parent;
  return call?.type === 'CallExpression' && call.callee === callee && chainCall(call) !== undefined ? call : undefined;
}

/** The callee as people write it, for messages and task names: `this.mail.send`, `knex(…).insert`, `async function`. */
export function calleeText(node: Node): string {
  switch (node.type) {
    case 'NewExpression':
      return `new ${expressionText(node.callee)}`;
    case 'CallExpression':
      return expressionText(node.callee);
    case 'TaggedTemplateExpression':
      return expressionText(node.tag);
    case 'ImportExpression':
      return 'import';
    default:
      return expressionText(node);
  }
}

/** The last name of a callee, or of a path that isn't called: `assertOpen` in `this.access.assertOpen(id)`. */
export function lastName(node: Node): string {
  return calleeText(node).split('.').at(-1) ?? '';
}

function expressionText(expression: Node): string {
  const node = unwrap(expression);
  switch (node.type) {
    case 'Identifier':
      return node.name;
    case 'ThisExpression':
      return 'this';
    case 'Super':
      return 'super';
    case 'MemberExpression': {
      const object = expressionText(node.object);
      const name = propertyName(node);
      return name === undefined ? `${object}[…]` : `${object}.${name}`;
    }
    case 'CallExpression':
      return `${expressionText(node.callee)}(…)`;
    case 'NewExpression':
      return `new ${expressionText(node.callee)}(…)`;
    case 'AwaitExpression':
      return expressionText(node.argument);
    case 'SequenceExpression':
      return importedText(node) ?? '(…)';
    case 'TaggedTemplateExpression':
      return `${expressionText(node.tag)}\`…\``;
    default:
      if (isFunction(node)) return node.async ? 'async function' : 'function';
      return staticText(node) ?? '(…)';
  }
}

/** `track` for `(0, tasks_1.track)`, as compilers write the name of an import; undefined for any other sequence. */
function importedText({ expressions }: TSESTree.SequenceExpression): string | undefined {
  const [zero, member, ...others] = expressions;
  if (zero?.type !== 'Literal' || zero.value !== 0 || member?.type !== 'MemberExpression' || others.length > 0)
    return undefined;
  const name = propertyName(member);
  const module = expressionText(member.object);
  // `mail_1.default`, `_mail2.default`: the module's file names a default import.
  return name === 'default' ? module.replace(/^_+/, '').replace(/_?\d{1,3}$/, '') : name;
}
