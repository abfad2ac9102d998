import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../../values/evaluation.ts';
import type { ParameterValue, Value } from '../../values/value.ts';
import type { Given } from '../../values/call-sites.ts';
import { methodCall, propertyName } from '../../syntax/call.ts';
import { keyName } from '../../syntax/literal.ts';
import { objectParts } from '../../syntax/members.ts';
import { parameterNamed } from '../../syntax/parameter.ts';
import { unwrap } from '../../syntax/unwrap.ts';
import { elementOf } from '../../values/elements.ts';
import { isOnlyDeclared } from '../../values/value.ts';
import { argumentsGiven } from '../../values/call-sites.ts';
import { literalKeyOf, putInto } from './holders.ts';
import { originOf } from './origin.ts';
import { pickedMembers } from './picked.ts';

const DEEPEST = 6;
/** Methods of arrays that return one element. */
const TAKES_ONE: ReadonlySet<string> = new Set(['find', 'findLast', 'at']);

/**
 * The values that an expression may have if it is one of several: an element of a table, a value stored under a key,
 * the variable of a loop over either. Empty if they are unknown, or if the expression evaluates to one value.
 */
export function possibleValues(expression: Node, source: Source, evaluation: Evaluation, depth = 0): Value[] {
  const node = unwrap(expression);
  if (depth > DEEPEST) return [];
  const whole = (next: Node): Value[] => valuesOf(next, source, evaluation, depth + 1);
  switch (node.type) {
    case 'Identifier': {
      const from = originOf(node, source);
      if (from === undefined) return [];
      const all =
        'each' in from
          ? whole(from.each)
              .flatMap((value) => elementsOf(value, evaluation))
              .concat(stored(from.each, source, evaluation, depth))
          : whole(from.whole);
      return from.key === undefined ? all : membersOf(all, from.key, evaluation);
    }
    case 'MemberExpression': {
      const name = propertyName(node);
      if (name === undefined)
        return whole(node.object)
          .flatMap((value) => [
            ...elementsOf(value, evaluation),
            ...pickedMembers(value, node.property, source, evaluation),
          ])
          .concat(stored(node.object, source, evaluation, depth));
      const members = membersOf(possibleValues(node.object, source, evaluation, depth + 1), name, evaluation);
      return members.length > 0 ? members : stored(node, source, evaluation, depth);
    }
    case 'CallExpression': {
      const method = methodCall(node);
      const [first] = node.arguments;
      if (method?.method === 'get')
        return stored(method.object, source, evaluation, depth, first === undefined ? undefined : keyName(first, true));
      if (method?.method === 'values' && isObjectName(method.object) && first !== undefined) return whole(first);
      if (method !== undefined && TAKES_ONE.has(method.method))
        return whole(method.object).flatMap((value) => elementsOf(value, evaluation));
      // `row.create()`, where `row` is one of a table
      return possibleValues(node.callee, source, evaluation, depth + 1).flatMap((value) => {
        const made = value.kind === 'function' ? evaluation.result(value) : undefined;
        return made === undefined ? [] : [made];
      });
    }
    default:
      return [];
  }
}

function membersOf(values: readonly Value[], name: string, evaluation: Evaluation): Value[] {
  return values.flatMap((value) => {
    const member = evaluation.member(value, name);
    return member === undefined ? [] : [member];
  });
}

function valuesOf(expression: Node, source: Source, evaluation: Evaluation, depth: number): Value[] {
  const value = evaluation.expression(expression, source);
  // If only the type of a function is known, the stored values say more.
  const possible =
    value === undefined || value.kind === 'parameter' || value.kind === 'external' || isOnlyDeclared(value)
      ? possibleValues(expression, source, evaluation, depth)
      : [];
  if (possible.length > 0) return possible;
  return value === undefined || value.kind === 'parameter' ? [] : [value];
}

/**
 * The values in a table: elements of an array, values of an object. If they aren't written out, one value by their
 * type.
 */
function elementsOf(value: Value, evaluation: Evaluation): Value[] {
  const evaluated = (nodes: readonly Node[], source: Source): Value[] =>
    nodes.flatMap((node) => {
      const found = evaluation.expression(node, source);
      return found === undefined ? [] : [found];
    });
  switch (value.kind) {
    case 'array':
      return value.node.type === 'ArrayExpression'
        ? evaluated(
            value.node.elements.flatMap((element) => (element === null ? [] : [element])),
            value.source,
          )
        : [];
    case 'object':
      return evaluated(
        objectParts(value.node).flatMap((part) => ('spread' in part || part.value === undefined ? [] : [part.value])),
        value.source,
      );
    case 'typed':
    case 'external': {
      const element = elementOf(value, evaluation);
      return element === undefined ? [] : [element];
    }
    default:
      return [];
  }
}

/**
 * The values put into a holder, without those put under another literal key than this. For a parameter among them, the
 * arguments in calls of its function.
 */
function stored(holder: Node, source: Source, evaluation: Evaluation, depth: number, key?: string): Value[] {
  return putInto(holder, source, evaluation)
    .filter(({ node }) => key === undefined || (literalKeyOf(node) ?? key) === key)
    .flatMap((given) => givenValues(given, evaluation, depth + 1));
}

function givenValues({ node, source }: Given, evaluation: Evaluation, depth: number): Value[] {
  if (depth > DEEPEST) return [];
  const value = evaluation.expression(node, source);
  const parameter = value?.kind === 'parameter' ? value : parameterAt(node, source);
  // `this.senders[sender.name] = sender` in a loop over a list stores each element of the list.
  if (parameter === undefined)
    return value === undefined ? possibleValues(node, source, evaluation, depth + 1) : [value];
  return argumentsGiven(parameter.fn, parameter.index, parameter.source, evaluation)
    .flatMap((given) => givenValues(given, evaluation, depth + 1))
    .flatMap((given) => {
      const member = parameter.path.reduce<Value | undefined>(
        (of, name) => (of === undefined ? undefined : evaluation.member(of, name)),
        given,
      );
      return member === undefined ? [] : [member];
    });
}

/** The parameter that a name refers to, even if it has a type. */
function parameterAt(node: Node, source: Source): ParameterValue | undefined {
  const parameter = parameterNamed(node, source);
  return parameter === undefined || parameter.index < 0
    ? undefined
    : { kind: 'parameter', ...parameter, path: [], source };
}

function isObjectName(node: Node): boolean {
  return node.type === 'Identifier' && node.name === 'Object';
}
