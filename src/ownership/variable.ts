import type { Variable } from '../syntax/scopes/scope.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../syntax/source.ts';
import type { Context } from './context.ts';
import { FILLS } from '../catalog/conventions.ts';
import { definitionOf, variableOf, writesOf } from '../syntax/binding.ts';
import { continuationAnswers } from './answers/continuation.ts';
import { methodCall } from '../syntax/call.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';

/** What was done with a promise that is lost nevertheless. */
export interface DroppedReads {
  /** The chains that were put on it. */
  readonly links: readonly TSESTree.CallExpression[];
}

/**
 * The reads of a variable that holds a promise, where each drops it again, or where there are none; undefined when one
 * owns it.
 */
export function droppedReads(name: Node, context: Context): DroppedReads | undefined {
  const { source } = context;
  const variable = variableOf(name, source);
  // An undeclared `_` is the usual way to throw a value away; any other global may be read elsewhere.
  if (variable === undefined) return name.type === 'Identifier' && name.name === '_' ? { links: [] } : undefined;
  if (isExported(variable)) return undefined;
  // Led back to itself (`a = b; b = a;`), a variable is no owner of its own.
  if (context.asking.has(variable)) return { links: [] };
  context.asking.add(variable);
  try {
    return readsThatDrop(variable, context);
  } finally {
    context.asking.delete(variable);
  }
}

function readsThatDrop(variable: Variable, context: Context): DroppedReads | undefined {
  const links: TSESTree.CallExpression[] = [];
  for (const reference of variable.references) {
    if (!reference.isRead()) continue;
    const read = reference.identifier;
    const ownership = context.ownershipOf(read);
    if (ownership.kind === 'owned' || continuationAnswers(read, ownership, context)) return undefined;
    links.push(...ownership.links);
  }
  return { links };
}

/**
 * The reads of a variable that own what it holds; undefined when it is written more than once, or exported.
 */
export function owningReads(name: Node, context: Context): Node[] | undefined {
  const variable = variableOf(name, context.source);
  if (variable === undefined || isExported(variable) || writesOf(variable)?.length !== 1) return undefined;
  const reads = variable.references
    .filter((reference) => reference.isRead())
    .map(({ identifier }) => identifier as Node);
  return reads.filter((read) => context.ownershipOf(read).kind === 'owned');
}

function isExported(variable: Variable): boolean {
  for (const { node } of variable.defs) {
    for (let outer = node as Node | undefined; outer != null; outer = outer.parent) {
      if (outer.type === 'ExportNamedDeclaration') return true;
      if (outer.type === 'BlockStatement') break;
    }
  }
  return false;
}

/**
 * Whether `object` is a local collection (one of the module tracks what is in it) that is filled and never read: `ps`
 * in `ps.push(run(x))`.
 */
export function isUnreadCollection(object: Node, method: string, { source }: Context): boolean {
  const name = unwrap(object);
  if (!FILLS.has(method) || name.type !== 'Identifier') return false;
  const variable = variableOf(name, source);
  if (
    variable === undefined ||
    isExported(variable) ||
    isOfModule(variable) ||
    definitionOf(variable)?.node.type !== 'VariableDeclarator'
  )
    return false;
  const [initial, ...others] = writesOf(variable) ?? [];
  if (initial === undefined || others.length > 0 || !isEmptyCollection(initial)) return false;
  return variable.references.every((reference) => !reference.isRead() || isFill(reference.identifier as Node));
}

function isOfModule({ scope }: Variable): boolean {
  return scope.type === 'module' || scope.type === 'global';
}

function isEmptyCollection(node: Node): boolean {
  const value = unwrap(node);
  if (value.type === 'ArrayExpression') return value.elements.length === 0;
  if (value.type !== 'NewExpression') return false;
  return (
    value.callee.type === 'Identifier' &&
    ['Array', 'Map', 'Set'].includes(value.callee.name) &&
    value.arguments.length === 0
  );
}

/** `ps.push(…);` as a statement, so that its result is not used. */
function isFill(read: Node): boolean {
  const member = wrapped(read).parent;
  const call = member?.type === 'MemberExpression' ? wrapped(member).parent : undefined;
  const found = call === undefined ? undefined : methodCall(call);
  return found !== undefined && FILLS.has(found.method) && wrapped(found.call).parent?.type === 'ExpressionStatement';
}
