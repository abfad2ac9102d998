import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import { definitionOf, variableOf } from '../syntax/binding.ts';
import { methodCall, propertyName } from '../syntax/call.ts';
import { objectParts, propertyValue } from '../syntax/members.ts';
import { pathTo, REST } from '../syntax/pattern-path.ts';
import { unwrap } from '../syntax/unwrap.ts';

/** What a name stands for in one of the runs of the code around it: an expression, the key of a table, several of them. */
export type Bound =
  | { readonly kind: 'written'; readonly node: Node; readonly source: Source; readonly setting: Setting | undefined }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Bound[] };

interface Binding {
  readonly pattern: Node;
  readonly value: Bound;
}

/** One run of a function or a loop: what its parameters, or its variable, are in it. */
export interface Setting {
  readonly bindings: readonly Binding[];
  /** The run of the code around it, which other names are of. */
  readonly around: Setting | undefined;
}

const DEEPEST = 8;

/** The run of a function that a call makes. */
export function calledWith(
  { params }: FunctionNode,
  given: readonly Node[],
  source: Source,
  setting: Setting | undefined,
  around?: Setting,
): Setting {
  const items = given.map((node): Bound => ({ kind: 'written', node, source, setting }));
  const bindings = params.flatMap((parameter, index): Binding[] => {
    const pattern = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
    if (pattern.type === 'RestElement')
      return [{ pattern: pattern.argument, value: { kind: 'list', items: items.slice(index) } }];
    const value = items[index];
    return value === undefined ? [] : [{ pattern, value }];
  });
  return { bindings, around };
}

/** What an expression is in a run: a parameter, a part of one, or a constant that holds either; undefined for all else. */
export function boundTo(
  expression: Node,
  source: Source,
  setting: Setting,
  evaluation: Evaluation,
  depth = 0,
): Bound | undefined {
  const node = unwrap(expression);
  if (depth > DEEPEST) return undefined;
  if (node.type === 'MemberExpression') {
    const name = propertyName(node);
    const whole = name === undefined ? undefined : boundTo(node.object, source, setting, evaluation, depth + 1);
    return name === undefined || whole === undefined ? undefined : partOf(whole, [name], evaluation, depth);
  }
  const variable = node.type === 'Identifier' ? variableOf(node, source) : undefined;
  const [declared] = variable?.identifiers ?? [];
  if (variable === undefined || declared === undefined) return undefined;
  for (let run: Setting | undefined = setting; run !== undefined; run = run.around)
    for (const { pattern, value } of run.bindings) {
      const path = pathTo(declared, pattern);
      if (path !== undefined) return partOf(value, path, evaluation, depth);
    }
  // `const { path } = options;`
  const declarator = definitionOf(variable)?.node;
  if (declarator?.type !== 'VariableDeclarator' || declarator.init === null) return undefined;
  const path = pathTo(declared, declarator.id);
  const whole = path === undefined ? undefined : boundTo(declarator.init, source, setting, evaluation, depth + 1);
  return path === undefined || whole === undefined ? undefined : partOf(whole, path, evaluation, depth);
}

function partOf(whole: Bound, path: readonly string[], evaluation: Evaluation, depth: number): Bound | undefined {
  return path.reduce<Bound | undefined>(
    (of, key) => (of === undefined ? undefined : memberOf(of, key, evaluation, depth + 1)),
    whole,
  );
}

function memberOf(whole: Bound, key: string, evaluation: Evaluation, depth: number): Bound | undefined {
  const items = whole.kind === 'list' ? whole.items : listedIn(whole, evaluation, depth);
  if (items !== undefined)
    return key.startsWith(REST)
      ? { kind: 'list', items: items.slice(Number(key.slice(REST.length))) }
      : items[Number(key)];
  const literal = whole.kind === 'written' ? literalOf(whole, evaluation, depth) : undefined;
  if (literal?.node.type !== 'ObjectExpression') return undefined;
  const own = propertyValue(literal.node, key);
  if (own !== undefined) return { ...literal, node: own };
  return objectParts(literal.node)
    .flatMap((part) => ('spread' in part ? [part.spread] : []))
    .map((spread) => memberOf({ ...literal, node: spread }, key, evaluation, depth + 1))
    .findLast((found) => found !== undefined);
}

type BoundNode = Extract<Bound, { readonly kind: 'written' }>;

/** The literal that an expression leads to, through names. */
function literalOf(bound: BoundNode, evaluation: Evaluation, depth: number): BoundNode | undefined {
  const { source, setting } = bound;
  const node = unwrap(bound.node);
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return { ...bound, node };
  if (depth > DEEPEST) return undefined;
  const inner = setting === undefined ? undefined : boundTo(node, source, setting, evaluation, depth + 1);
  if (inner !== undefined) return inner.kind === 'written' ? literalOf(inner, evaluation, depth + 1) : undefined;
  const place = evaluation.follow(node, source);
  return place === undefined || place.node === node
    ? undefined
    : { kind: 'written', node: unwrap(place.node), source: place.source, setting: undefined };
}

/** The elements of a list that is written, however it came: `[['/a', list], …]`, `Object.entries({ '/a': list })`. */
export function listedIn(bound: Bound, evaluation: Evaluation, depth = 0): readonly Bound[] | undefined {
  if (bound.kind === 'list') return bound.items;
  const literal = bound.kind === 'written' && depth <= DEEPEST ? literalOf(bound, evaluation, depth) : undefined;
  if (literal === undefined) return undefined;
  const { node } = literal;
  if (node.type === 'ArrayExpression')
    return node.elements.flatMap((element): readonly Bound[] => {
      if (element === null) return [];
      return element.type === 'SpreadElement'
        ? (listedIn({ ...literal, node: element.argument }, evaluation, depth + 1) ?? [])
        : [{ ...literal, node: element }];
    });
  const [first] = node.type === 'CallExpression' || node.type === 'NewExpression' ? node.arguments : [];
  if (first === undefined) return undefined;
  const given: BoundNode = { ...literal, node: first };
  if (node.type === 'NewExpression')
    return isNamed(node.callee, 'Map') ? listedIn(given, evaluation, depth + 1) : undefined;
  const method = methodCall(node);
  return method !== undefined && isNamed(method.object, 'Object')
    ? membersIn(given, method.method, evaluation, depth + 1)
    : undefined;
}

/** What `Object.entries`, `Object.values` or `Object.keys` gives of a literal. */
function membersIn(bound: BoundNode, method: string, evaluation: Evaluation, depth: number): Bound[] | undefined {
  const literal = literalOf(bound, evaluation, depth);
  if (literal?.node.type !== 'ObjectExpression' || !/^(?:entries|values|keys)$/.test(method)) return undefined;
  return objectParts(literal.node).flatMap((part): Bound[] => {
    if ('spread' in part || part.value === undefined) return [];
    const key: Bound = { kind: 'text', text: part.name };
    const value: Bound = { ...literal, node: part.value };
    return [method === 'keys' ? key : method === 'values' ? value : { kind: 'list', items: [key, value] }];
  });
}

function isNamed(node: TSESTree.Expression, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}
