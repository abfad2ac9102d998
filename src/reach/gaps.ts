import type { CallNode } from '../syntax/call.ts';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { FunctionKey } from './function-key.ts';
import { calleeText, methodCall, propertyName } from '../syntax/call.ts';
import { enclosingFunction, isFunction, nameOf, qualifiedNameOf } from '../syntax/function.ts';
import { positionAt } from '../syntax/position.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { edgesOf } from './edges/index.ts';
import { idOf, keyOf } from './function-key.ts';

/**
 * A call that may lead to a function, but isn't known to. Either it has the function's name and an unknown receiver
 * (`unresolved`), or it takes the function as an argument and nothing shows that it runs it (`given`).
 */
export interface Gap {
  readonly kind: 'unresolved' | 'given';
  readonly callee: string;
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/** How many gaps are listed; the first few are enough to continue from. */
const MOST = 3;

/**
 * The calls in some files that may lead to a function.
 *
 * @param paths - the files to search
 */
export function gapsOf(key: FunctionKey, paths: readonly string[], evaluation: Evaluation): Gap[] {
  const { files } = evaluation.workspace;
  const home = files.sourceAt(key.path);
  const node = home === undefined ? undefined : functionAt(key, home);
  if (home === undefined || node === undefined) return [];
  const label = nameOf(node);
  const written = callGiven(node);
  const gaps: Gap[] = written === undefined ? [] : [gapAt('given', written, home)];
  if (label === undefined) return gaps;
  for (const path of paths) {
    const source = files.sourceAt(path);
    if (source === undefined) continue;
    for (const call of outlineOf(source).calls) {
      if (gaps.length >= MOST) return gaps;
      const kind = kindOf(call, label, node, source, evaluation);
      if (kind !== undefined && !isKnownToLead(call, key, source, evaluation)) gaps.push(gapAt(kind, call, source));
    }
  }
  return gaps;
}

/** Top-level code that only passes a function on doesn't run it; the receiver does. */
function isKnownToLead(call: CallNode, key: FunctionKey, source: Source, evaluation: Evaluation): boolean {
  const edges = edgesOf([call], source, evaluation).filter(({ to }) => idOf(to) === idOf(key));
  return edges.some(({ by }) => by !== 'handed-over') || (edges.length > 0 && enclosingFunction(call) !== undefined);
}

/** The function of a key in the tree of its file. */
export function functionAt({ name }: FunctionKey, source: Source): FunctionNode | undefined {
  return outlineOf(source).functions.find((node) => qualifiedNameOf(node) === name);
}

function kindOf(
  call: CallNode,
  label: string,
  node: FunctionNode,
  source: Source,
  { undecorated }: Evaluation,
): Gap['kind'] | undefined {
  const mayBe = (expression: Node): boolean => {
    const value = undecorated.expression(expression, source);
    if (value === undefined || value.kind === 'parameter' || value.kind === 'typed') return true;
    return (
      value.kind === 'function' &&
      isFunction(value.node) &&
      keyOf(value.node, value.source).name === qualifiedNameOf(node)
    );
  };
  const method = methodCall(call);
  if (method?.method === label && mayBe(method.call.callee)) return 'unresolved';
  if (call.type !== 'CallExpression' && call.type !== 'NewExpression') return undefined;
  return call.arguments.some((argument) => namesIn(argument, label).some(mayBe)) ? 'given' : undefined;
}

/**
 * The expressions in an argument that have the name, directly or in a literal: `save`, `orders.save`, `{ run: save }`.
 */
function namesIn(argument: Node, label: string): Node[] {
  const node = unwrap(argument);
  switch (node.type) {
    case 'Identifier':
      return node.name === label ? [node] : [];
    case 'MemberExpression':
      return propertyName(node) === label ? [node] : [];
    case 'ObjectExpression':
      return node.properties.flatMap((part) => (part.type === 'Property' ? namesIn(part.value, label) : []));
    case 'ArrayExpression':
      return node.elements.flatMap((element) => (element === null ? [] : namesIn(element, label)));
    default:
      return [];
  }
}

/** The call that takes a function as an argument, directly or in a literal. */
function callGiven(node: Node): CallNode | undefined {
  const outer = wrapped(node);
  const { parent } = outer;
  switch (parent?.type) {
    case 'CallExpression':
    case 'NewExpression':
      return parent.callee === outer ? undefined : parent;
    case 'Property':
      return parent.value === outer ? callGiven(parent.parent) : undefined;
    case 'ArrayExpression':
      return callGiven(parent);
    default:
      return undefined;
  }
}

function gapAt(kind: Gap['kind'], call: CallNode, source: Source): Gap {
  return { kind, callee: calleeText(call), path: source.path, line: positionAt(source, call.range[0]).line };
}
