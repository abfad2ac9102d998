import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from './function.ts';
import type { Variable } from './scopes/scope.ts';
import type { Node, Source } from './source.ts';
import { variableOf } from './binding.ts';
import { methodCall, propertyName } from './call.ts';
import { isInvokedInPlace, parameterTarget } from './function.ts';
import { keyName } from './literal.ts';
import { wrapped } from './unwrap.ts';

/** Where a call is given a function: which argument it is, or under which key of that argument. */
export interface Place {
  readonly index: number;
  readonly key?: string;
}

/** The call that is given a function or a name, itself or in an object literal. */
export function passedTo(node: Node): { call: TSESTree.CallExpression; place: Place } | undefined {
  const outer = wrapped(node);
  const { parent } = outer;
  if (parent?.type === 'Property' && parent.value === outer && parent.parent.type === 'ObjectExpression') {
    const key = keyName(parent.key, parent.computed);
    const found = key === undefined ? undefined : argumentOf(wrapped(parent.parent));
    return found === undefined || key === undefined ? undefined : { ...found, place: { ...found.place, key } };
  }
  return argumentOf(outer);
}

function argumentOf(argument: Node): { call: TSESTree.CallExpression; place: Place } | undefined {
  const call = argument.parent;
  if (call?.type !== 'CallExpression') return undefined;
  const index = call.arguments.findIndex((each) => each === argument);
  const isKnown = index >= 0 && call.arguments.slice(0, index).every(({ type }) => type !== 'SpreadElement');
  return isKnown ? { call, place: { index } } : undefined;
}

/** How a function uses what it is given. */
export interface Use {
  /** The expression that stands for it: `work`, `options.work`. */
  readonly node: Node;
  /** The call that runs it: `work(x)`, `work.call(null, x)`; undefined for any other use. */
  readonly call?: TSESTree.CallExpression;
  /** What it is given there, as far as that is written out. */
  readonly given: readonly Node[];
}

/**
 * The uses of what a function is given at a place; undefined if it may replace that, or use it under another name.
 */
export function usesAt(fn: FunctionNode, { index, key }: Place, source: Source): readonly Use[] | undefined {
  const parameter = fn.params[index];
  const target = parameter === undefined ? undefined : parameterTarget(parameter);
  const name = key !== undefined && target?.type === 'ObjectPattern' ? partOf(target, key) : target;
  const variable = name?.type === 'Identifier' ? variableOf(name, source) : undefined;
  if (variable === undefined || isReplaced(variable)) return undefined;
  const reads = variable.references.flatMap((read) =>
    read.isRead() && !read.isWrite() ? [read.identifier as Node] : [],
  );
  if (key === undefined || name !== target) return reads.map(useOf);
  return reads.flatMap((read) => {
    const member = wrapped(read).parent;
    const known =
      member?.type === 'MemberExpression' && member.object === wrapped(read) ? propertyName(member) : undefined;
    return known === undefined
      ? [{ node: read, given: [] }]
      : known === key && member !== undefined
        ? [useOf(member)]
        : [];
  });
}

/** `work` in `({ work }) => …` */
function partOf({ properties }: TSESTree.ObjectPattern, key: string): Node | undefined {
  const part = properties.find((each) => each.type === 'Property' && keyName(each.key, each.computed) === key);
  if (part?.type !== 'Property') return undefined;
  return part.value.type === 'AssignmentPattern' ? part.value.left : part.value;
}

/** Whether something else is written to a parameter; a default is not. */
function isReplaced(variable: Variable): boolean {
  return variable.references.some((reference) => {
    const { parent } = reference.identifier;
    const fillsIn = parent.type === 'AssignmentExpression' && parent.operator === '??=';
    return reference.isWrite() && reference.init !== true && !fillsIn;
  });
}

function useOf(node: Node): Use {
  const outer = wrapped(node);
  const { parent } = outer;
  if (isInvokedInPlace(node) && parent?.type === 'CallExpression')
    return { node, call: parent, given: parent.arguments };
  const method = parent?.type === 'MemberExpression' && parent.object === outer ? methodOf(parent) : undefined;
  if (method?.method === 'call') return { node, call: method.call, given: method.call.arguments.slice(1) };
  if (method?.method !== 'apply') return { node, given: [] };
  const list = method.call.arguments[1];
  const given = list?.type === 'ArrayExpression' ? list.elements.flatMap((each) => each ?? []) : [];
  return { node, call: method.call, given };
}

function methodOf(member: Node): ReturnType<typeof methodCall> {
  const { parent } = wrapped(member);
  return parent == null || !isInvokedInPlace(member) ? undefined : methodCall(parent);
}
