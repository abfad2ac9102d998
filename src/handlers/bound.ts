import type { TSESTree } from '@typescript-eslint/types';
import type { Variable } from '../syntax/scopes/scope.ts';
import type { Write } from '../syntax/reaching.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Bound, Setting, Written } from './run.ts';
import { definitionOf, isOfModule, variableOf } from '../syntax/binding.ts';
import { methodCall, propertyName } from '../syntax/call.ts';
import { isUndefined, keyName } from '../syntax/literal.ts';
import { objectParts, propertyValue } from '../syntax/members.ts';
import { contains } from '../syntax/position.ts';
import { writesReaching } from '../syntax/reaching.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { isPresent } from './presence.ts';
import { membersOf, NOTHING, UNKNOWN } from './run.ts';

const DEEPEST = 8;
/** With more writes than this, the value of a name counts as unknown. Following each would take exponential time. */
const MOST_WRITES = 4;

/** What one step of a query about a run passes on to the next. */
interface Asked {
  readonly source: Source;
  readonly setting: Setting;
  readonly evaluation: Evaluation;
  readonly depth: number;
}

/**
 * The value of an expression in a run, if it is a parameter, a part of one, or a name that holds either. Undefined for
 * anything that does not depend on the run.
 */
export function boundTo(
  expression: Node,
  source: Source,
  setting: Setting,
  evaluation: Evaluation,
  depth = 0,
): Bound | undefined {
  const node = unwrap(expression);
  if (depth > DEEPEST) return undefined;
  const asked = { source, setting, evaluation, depth: depth + 1 };
  switch (node.type) {
    case 'MemberExpression': {
      const name = propertyName(node);
      const whole = name === undefined ? undefined : within(node.object, asked);
      return name === undefined || whole === undefined ? undefined : memberOf(whole, name, evaluation, depth + 1);
    }
    case 'LogicalExpression': {
      const left = node.operator === '&&' ? undefined : within(node.left, asked);
      return left === undefined ? undefined : orElse(left, node.right, node.operator, asked);
    }
    case 'Identifier':
      return nameIn(node, asked);
    default:
      return undefined;
  }
}

function within(node: Node, { source, setting, evaluation, depth }: Asked): Bound | undefined {
  return boundTo(node, source, setting, evaluation, depth);
}

function written(node: Node, { source, setting }: Asked): Written {
  return { kind: 'written', node, source, setting };
}

function nameIn(node: Node, asked: Asked): Bound | undefined {
  const variable = variableOf(node, asked.source);
  if (variable === undefined) return undefined;
  const { writes, isFirst } = writesReaching(node, asked.source);
  if (writes.length > MOST_WRITES) return UNKNOWN;
  const first = isFirst ? declaredIn(node, variable, asked) : undefined;
  // A write around this read reaches it only from the previous turn of a loop. It adds nothing to the earlier writes.
  const values = writes.flatMap((write): Bound[] =>
    write.assignment !== undefined && contains(write.assignment, node) ? [] : [valueOf(write, asked)],
  );
  if (writes.length === 0) return first;
  const [value] = values;
  return writes.length === 1 && value !== undefined && !isFirst
    ? value
    : { kind: 'either', values: first === undefined ? values : [first, ...values] };
}

function valueOf({ assignment, unless }: Write, asked: Asked): Bound {
  if (assignment === undefined) return UNKNOWN;
  const { left, operator, right } = assignment;
  const kept = unless ?? (operator === '||=' || operator === '??=' ? left : undefined);
  if (kept !== undefined) return orElse(within(kept, asked) ?? UNKNOWN, right, operator, asked);
  return operator === '=' ? written(right, asked) : operator === '&&=' ? UNKNOWN : written(assignment, asked);
}

/**
 * The value that a name's declaration gives it: a parameter or a loop's variable of this run, or
 * `const { path } = options;`.
 */
function declaredIn(node: Node, variable: Variable, asked: Asked): Bound | undefined {
  const [declared] = variable.identifiers;
  if (declared === undefined) return undefined;
  for (let run: Setting | undefined = asked.setting; run !== undefined; run = run.around)
    for (const { pattern, value } of run.bindings) {
      if (!contains(pattern, declared)) continue;
      // A default can read only the parameters before its own.
      const isTooEarly = node !== declared && (contains(pattern, node) || node.range[0] < declared.range[0]);
      return isTooEarly ? UNKNOWN : partOf(value, pattern, declared, { ...asked, setting: run });
    }
  const declarator = definitionOf(variable)?.node;
  if (declarator?.type !== 'VariableDeclarator') return undefined;
  const isLocal = !isOfModule(variable);
  if (declarator.init === null)
    return isLocal && declarator.parent.parent.type !== 'ForOfStatement' ? NOTHING : undefined;
  const init = unwrap(declarator.init);
  if (contains(init, node)) return undefined;
  const whole = within(init, asked);
  if (whole !== undefined) return partOf(whole, declarator.id, declared, asked);
  return isLocal && isPutTogether(init) ? written(init, asked) : undefined;
}

function isPutTogether({ type }: Node): boolean {
  return type === 'BinaryExpression' || type === 'TemplateLiteral';
}

/** The left side, or the right one if the left is absent; either of them if that is unknown. */
function orElse(left: Bound, right: Node, operator: string, asked: Asked): Bound {
  const { evaluation, depth } = asked;
  const isThere = isPresent(left, operator, evaluation, (name) => behind(name, evaluation, depth));
  const other = written(right, asked);
  return isThere === undefined ? { kind: 'either', values: [left, other] } : isThere ? left : other;
}

/** The value of a written expression in its own run. */
function behind({ node, source, setting }: Written, evaluation: Evaluation, depth: number): Bound | undefined {
  return setting === undefined ? undefined : boundTo(node, source, setting, evaluation, depth + 1);
}

/** The part of a destructured value that a pattern assigns to a name. */
function partOf(value: Bound, pattern: Node, declared: Node, asked: Asked): Bound | undefined {
  const { evaluation, depth } = asked;
  if (pattern === declared) return value;
  const into = (part: Bound | undefined, inner: Node): Bound | undefined =>
    part === undefined ? undefined : partOf(part, inner, declared, asked);
  switch (pattern.type) {
    case 'AssignmentPattern':
      return into(isLeftOut(value, evaluation, depth) ? written(pattern.right, asked) : value, pattern.left);
    case 'ArrayPattern': {
      const index = pattern.elements.findIndex((element) => element !== null && contains(element, declared));
      const element = pattern.elements[index];
      if (element == null) return undefined;
      return element.type === 'RestElement'
        ? into(restOf(value, index, evaluation, depth), element.argument)
        : into(memberOf(value, index.toString(), evaluation, depth), element);
    }
    case 'ObjectPattern': {
      const property = pattern.properties.find((each) => contains(each, declared));
      const key = property?.type === 'Property' ? keyName(property.key, property.computed) : undefined;
      return property?.type !== 'Property' || key === undefined
        ? undefined
        : into(memberOf(value, key, evaluation, depth), property.value);
    }
    default:
      return undefined;
  }
}

function isLeftOut(value: Bound, evaluation: Evaluation, depth: number): boolean {
  if (value.kind !== 'written') return value.kind === 'nothing';
  return isUndefined(unwrap(value.node)) || behind(value, evaluation, depth)?.kind === 'nothing';
}

function restOf(whole: Bound, index: number, evaluation: Evaluation, depth: number): Bound | undefined {
  const items = listedIn(whole, evaluation, depth);
  return items === undefined ? undefined : { kind: 'list', items: items.slice(index) };
}

function memberOf(whole: Bound, key: string, evaluation: Evaluation, depth: number): Bound | undefined {
  if (depth > DEEPEST) return undefined;
  if (whole.kind === 'nothing' || whole.kind === 'unknown') return whole;
  if (whole.kind === 'either')
    return { kind: 'either', values: whole.values.flatMap((each) => memberOf(each, key, evaluation, depth + 1) ?? []) };
  const items = listedIn(whole, evaluation, depth);
  if (items !== undefined) return items[Number(key)] ?? (/^\d+$/.test(key) ? NOTHING : undefined);
  const literal = whole.kind === 'written' ? literalOf(whole, evaluation, depth) : undefined;
  if (literal?.node.type !== 'ObjectExpression') return undefined;
  const own = propertyValue(literal.node, key);
  if (own !== undefined) return { ...literal, node: own };
  const spreads = objectParts(literal.node).flatMap((part) => ('spread' in part ? [part.spread] : []));
  const spread = spreads
    .map((node) => memberOf({ ...literal, node }, key, evaluation, depth + 1))
    .findLast((found) => found !== undefined);
  // An object literal given in place has only the members written in it.
  const isInPlace = whole.kind === 'written' && unwrap(whole.node) === literal.node;
  const isAllSeen = literal.node.properties.every((each) => each.type === 'Property' && !each.computed);
  return spread ?? (isInPlace && isAllSeen ? NOTHING : undefined);
}

/** Follows names to the expression behind them. Any other expression stays unchanged. */
function literalOf(bound: Written, evaluation: Evaluation, depth: number): Written | undefined {
  const node = unwrap(bound.node);
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return { ...bound, node };
  if (depth > DEEPEST) return undefined;
  const inner = behind(bound, evaluation, depth);
  if (inner !== undefined) return inner.kind === 'written' ? literalOf(inner, evaluation, depth + 1) : undefined;
  const place = evaluation.follow(node, bound.source);
  return place === undefined || place.node === node
    ? undefined
    : { kind: 'written', node: unwrap(place.node), source: place.source, setting: undefined };
}

/** The elements of a list that can be followed to a literal: `[['/a', list], …]`, `Object.entries({ '/a': list })`. */
export function listedIn(bound: Bound, evaluation: Evaluation, depth = 0): readonly Bound[] | undefined {
  if (bound.kind === 'list') return bound.items;
  if (bound.kind !== 'written' || depth > DEEPEST) return undefined;
  const inner = behind(bound, evaluation, depth);
  if (inner?.kind === 'list') return inner.items;
  const literal = literalOf(bound, evaluation, depth);
  if (literal === undefined) return undefined;
  const { node } = literal;
  if (node.type === 'ArrayExpression') return elementsOf({ ...literal, node }, evaluation, depth);
  const [first] = node.type === 'CallExpression' || node.type === 'NewExpression' ? node.arguments : [];
  if (first === undefined) return undefined;
  const given: Written = { ...literal, node: first };
  if (node.type === 'NewExpression')
    return isNamed(node.callee, 'Map') ? listedIn(given, evaluation, depth + 1) : undefined;
  const method = methodCall(node);
  if (method === undefined || !isNamed(method.object, 'Object') || !LISTING.test(method.method)) return undefined;
  const object = literalOf(given, evaluation, depth + 1);
  return object?.node.type === 'ObjectExpression'
    ? membersOf({ ...object, node: object.node }, method.method)
    : undefined;
}

const LISTING = /^(?:entries|values|keys)$/;

function elementsOf(
  literal: Written & { readonly node: TSESTree.ArrayExpression },
  evaluation: Evaluation,
  depth: number,
): readonly Bound[] | undefined {
  const items: Bound[] = [];
  for (const element of literal.node.elements) {
    if (element?.type !== 'SpreadElement') items.push(element === null ? NOTHING : { ...literal, node: element });
    else items.push(...(listedIn({ ...literal, node: element.argument }, evaluation, depth + 1) ?? []));
  }
  return items;
}

function isNamed(node: TSESTree.Expression, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}
