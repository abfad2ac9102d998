import type { TSESTree } from '@typescript-eslint/types';
import type { Node } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Bound, Written } from './run.ts';
import { methodCall } from '../syntax/call.ts';
import { isUndefined, keyName } from '../syntax/literal.ts';
import { objectParts, propertyValue } from '../syntax/members.ts';
import { contains } from '../syntax/position.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { membersOf, NOTHING } from './run.ts';

/** How many steps are taken from one value to another. */
export const DEEPEST = 8;

/** How values are read whose expressions depend on a run. */
export interface Reader {
  readonly evaluation: Evaluation;
  /** The value of a written expression in its own run. */
  readonly behind: (name: Written, depth: number) => Bound | undefined;
}

/** How the parts of a destructured value are read. */
export interface Reading extends Reader {
  readonly depth: number;
  /** The default that a pattern gives to what is left out. */
  readonly defaulted: (value: Node) => Bound;
}

/** The part of a destructured value that a pattern assigns to a name. */
export function partOf(value: Bound, pattern: Node, declared: Node, reading: Reading): Bound | undefined {
  const { defaulted, depth } = reading;
  if (pattern === declared) return value;
  const into = (part: Bound | undefined, inner: Node): Bound | undefined =>
    part === undefined ? undefined : partOf(part, inner, declared, reading);
  switch (pattern.type) {
    case 'AssignmentPattern':
      return into(isLeftOut(value, reading, depth) ? defaulted(pattern.right) : value, pattern.left);
    case 'ArrayPattern': {
      const index = pattern.elements.findIndex((element) => element !== null && contains(element, declared));
      const element = pattern.elements[index];
      if (element == null) return undefined;
      return element.type === 'RestElement'
        ? into(restOf(value, index, reading, depth), element.argument)
        : into(memberOf(value, index.toString(), reading, depth), element);
    }
    case 'ObjectPattern': {
      const property = pattern.properties.find((each) => contains(each, declared));
      const key = property?.type === 'Property' ? keyName(property.key, property.computed) : undefined;
      return property?.type !== 'Property' || key === undefined
        ? undefined
        : into(memberOf(value, key, reading, depth), property.value);
    }
    default:
      return undefined;
  }
}

function isLeftOut(value: Bound, reading: Reader, depth: number): boolean {
  if (value.kind !== 'written') return value.kind === 'nothing';
  return isUndefined(unwrap(value.node)) || reading.behind(value, depth)?.kind === 'nothing';
}

function restOf(whole: Bound, index: number, reading: Reader, depth: number): Bound | undefined {
  const items = itemsOf(whole, reading, depth);
  return items === undefined ? undefined : { kind: 'list', items: items.slice(index) };
}

/** A member of a value, by a literal key or an index. */
export function memberOf(whole: Bound, key: string, reading: Reader, depth: number): Bound | undefined {
  if (depth > DEEPEST) return undefined;
  if (whole.kind === 'nothing' || whole.kind === 'unknown') return whole;
  if (whole.kind === 'either')
    return { kind: 'either', values: whole.values.flatMap((each) => memberOf(each, key, reading, depth + 1) ?? []) };
  const items = itemsOf(whole, reading, depth);
  if (items !== undefined) return items[Number(key)] ?? (/^\d+$/.test(key) ? NOTHING : undefined);
  const literal = whole.kind === 'written' ? literalOf(whole, reading, depth) : undefined;
  if (literal?.node.type !== 'ObjectExpression') return undefined;
  const own = propertyValue(literal.node, key);
  if (own !== undefined) return { ...literal, node: own };
  const spreads = objectParts(literal.node).flatMap((part) => ('spread' in part ? [part.spread] : []));
  const spread = spreads
    .map((node) => memberOf({ ...literal, node }, key, reading, depth + 1))
    .findLast((found) => found !== undefined);
  // An object literal given in place has only the members written in it.
  const isInPlace = whole.kind === 'written' && unwrap(whole.node) === literal.node;
  const isAllSeen = literal.node.properties.every((each) => each.type === 'Property' && !each.computed);
  return spread ?? (isInPlace && isAllSeen ? NOTHING : undefined);
}

/** Follows names to the expression behind them. Any other expression stays unchanged. */
function literalOf(bound: Written, reading: Reader, depth: number): Written | undefined {
  const node = unwrap(bound.node);
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return { ...bound, node };
  if (depth > DEEPEST) return undefined;
  const inner = reading.behind(bound, depth);
  if (inner !== undefined) return inner.kind === 'written' ? literalOf(inner, reading, depth + 1) : undefined;
  const place = reading.evaluation.follow(node, bound.source);
  return place === undefined || place.node === node
    ? undefined
    : { kind: 'written', node: unwrap(place.node), source: place.source, setting: undefined };
}

/** The elements of a list that can be followed to a literal: `[['/a', list], …]`, `Object.entries({ '/a': list })`. */
export function itemsOf(bound: Bound, reading: Reader, depth = 0): readonly Bound[] | undefined {
  if (bound.kind === 'list') return bound.items;
  if (bound.kind !== 'written' || depth > DEEPEST) return undefined;
  const inner = reading.behind(bound, depth);
  if (inner?.kind === 'list') return inner.items;
  const literal = literalOf(bound, reading, depth);
  if (literal === undefined) return undefined;
  const { node } = literal;
  if (node.type === 'ArrayExpression') return elementsOf({ ...literal, node }, reading, depth);
  const [first] = node.type === 'CallExpression' || node.type === 'NewExpression' ? node.arguments : [];
  if (first === undefined) return undefined;
  const given: Written = { ...literal, node: first };
  if (node.type === 'NewExpression')
    return isNamed(node.callee, 'Map') ? itemsOf(given, reading, depth + 1) : undefined;
  const method = methodCall(node);
  if (method === undefined || !isNamed(method.object, 'Object') || !LISTING.test(method.method)) return undefined;
  const object = literalOf(given, reading, depth + 1);
  return object?.node.type === 'ObjectExpression'
    ? membersOf({ ...object, node: object.node }, method.method)
    : undefined;
}

const LISTING = /^(?:entries|values|keys)$/;

function elementsOf(
  literal: Written & { readonly node: TSESTree.ArrayExpression },
  reading: Reader,
  depth: number,
): readonly Bound[] | undefined {
  const items: Bound[] = [];
  for (const element of literal.node.elements) {
    if (element?.type !== 'SpreadElement') items.push(element === null ? NOTHING : { ...literal, node: element });
    else items.push(...(itemsOf({ ...literal, node: element.argument }, reading, depth + 1) ?? []));
  }
  return items;
}

function isNamed(node: TSESTree.Expression, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}
