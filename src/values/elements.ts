import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { Argument } from './types/declared.ts';
import type { ExternalValue, Value } from './value.ts';
import { definitionOf, variableOf } from '../syntax/binding.ts';
import { methodCall, methodTaking } from '../syntax/call.ts';
import { typeBeside } from '../syntax/members.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { keptInMap } from './keyed-maps.ts';
import { oneOfFunctions } from './tables.ts';
import { HOLDERS } from './types/holders.ts';
import { typedValue } from './types/index.ts';
import { INSTANCE } from './value.ts';
import { yielded } from './yielded.ts';

/** Methods that call their first argument with each value of a collection. */
const EACH: ReadonlySet<string> = new Set([
  'forEach',
  'map',
  'flatMap',
  'filter',
  'some',
  'every',
  'find',
  'findLast',
  'findIndex',
]);
/** Methods that return one value of a collection. */
const TAKES: ReadonlySet<string> = new Set(['get', 'find', 'findLast', 'at', 'pop', 'shift']);
/** Methods that return a collection of the same values. */
const KEEPS: ReadonlySet<string> = new Set([
  'values',
  'filter',
  'slice',
  'concat',
  'sort',
  'reverse',
  'toSorted',
  'toReversed',
]);
const DEEPEST = 4;

/** The value of each element of a collection, by its declared type: `T` in `T[]` and in `Map<string, T>`. */
export function elementOf(collection: Value, evaluation: Evaluation): Value | undefined {
  switch (collection.kind) {
    case 'typed':
      return evaluation.member(collection, '0');
    case 'external': {
      const held = collection.holds?.get('*');
      if (held !== undefined) return held;
      const argument = argumentOf(collection);
      return argument === undefined ? undefined : typedValue(argument.node, argument.source, evaluation, argument);
    }
    case 'array':
    case 'object': {
      const type = typeOfHolder(collection.node);
      const written = type === undefined ? undefined : evaluation.type(type, collection.source);
      if (written?.kind === 'typed') return elementOf(written, evaluation);
      return collection.kind === 'object' && type === undefined ? oneOfFunctions(collection, evaluation) : undefined;
    }
    default:
      return undefined;
  }
}

function argumentOf({ module, steps, given }: ExternalValue): Argument | undefined {
  const [name = '', made, ...others] = steps;
  return module === 'global' && made === INSTANCE && others.length === 0 ? given?.[HOLDERS.get(name) ?? -1] : undefined;
}

/** The declared type of the variable or field that a value initializes: `const jobs: Job[] = []`. */
function typeOfHolder(value: Node): Node | undefined {
  const outer = wrapped(value);
  const { parent } = outer;
  if (parent?.type === 'VariableDeclarator') return parent.init === outer ? typeBeside(parent.id) : undefined;
  return parent?.type === 'PropertyDefinition' && parent.value === outer ? typeBeside(parent) : undefined;
}

/**
 * The same for the collection that a loop or a method iterates: `jobs.values()`, `Object.values(jobs)`, `[...jobs]`.
 */
function elementsIn(expression: Node, source: Source, evaluation: Evaluation, depth = 0): Value | undefined {
  const node = unwrap(expression);
  if (depth > DEEPEST) return undefined;
  const inner = (next: Node): Value | undefined => elementsIn(next, source, evaluation, depth + 1);
  // The copy of a map contains its pairs.
  const ofCopy = (next: Node): Value | undefined =>
    entriesOf(next, source, evaluation) === undefined ? inner(next) : undefined;
  if (node.type === 'CallExpression') {
    const listed = listedBy(node, 'values');
    if (listed !== undefined) return inner(listed);
    const copied = listedBy(node, 'from');
    if (copied !== undefined) return node.arguments.length === 1 ? ofCopy(copied) : undefined;
    const method = methodCall(node);
    if (method !== undefined && KEEPS.has(method.method)) return inner(method.object);
  }
  if (node.type === 'ArrayExpression') {
    const [only, ...others] = node.elements;
    if (only?.type === 'SpreadElement' && others.length === 0) return ofCopy(only.argument);
  }
  const value = evaluation.expression(node, source);
  if (value !== undefined) return elementOf(value, evaluation);
  const init = node.type === 'Identifier' ? initialiserOf(node, source) : undefined;
  return init === undefined ? undefined : inner(init);
}

/** The argument of `Object.values`, `Object.entries` or `Array.from`. */
function listedBy(call: TSESTree.CallExpression, name: string): Node | undefined {
  const method = methodCall(call);
  return method?.method === name &&
    method.object.type === 'Identifier' &&
    (method.object.name === 'Object' || method.object.name === 'Array')
    ? call.arguments[0]
    : undefined;
}

function initialiserOf(name: TSESTree.Identifier, source: Source): Node | undefined {
  const variable = variableOf(name, source);
  const node = variable === undefined ? undefined : definitionOf(variable)?.node;
  return node?.type === 'VariableDeclarator' && node.id.type === 'Identifier' ? (node.init ?? undefined) : undefined;
}

/** The value that a call takes out of a collection: `sessions.get(id)`, `jobs.find(isDue)`. */
export function takenFrom(call: TSESTree.CallExpression, source: Source, evaluation: Evaluation): Value | undefined {
  const kept = keptInMap(call, source, evaluation);
  if (kept !== undefined) return kept;
  const method = methodCall(call);
  return method === undefined || !TAKES.has(method.method) ? undefined : elementsIn(method.object, source, evaluation);
}

/** The value of the parameter of a callback that a method calls with each element: `jobs.forEach((job) => …)`. */
export function eachParameter(
  fn: FunctionNode,
  index: number,
  source: Source,
  evaluation: Evaluation,
): Value | undefined {
  const method = index === 0 ? methodTaking(fn) : undefined;
  return method !== undefined && EACH.has(method.method) ? elementsIn(method.object, source, evaluation) : undefined;
}

/** The value that a loop assigns to its variable or pattern; undefined for a declaration outside a loop's head. */
export function loopValue(
  declarator: TSESTree.VariableDeclarator,
  source: Source,
  evaluation: Evaluation,
): { readonly whole: Value | undefined; readonly pattern: Node } | undefined {
  const loop = declarator.parent.parent;
  if ((loop.type !== 'ForOfStatement' && loop.type !== 'ForInStatement') || loop.left !== declarator.parent)
    return undefined;
  const { id } = declarator;
  if (loop.type === 'ForInStatement') return { whole: undefined, pattern: id };
  const entries = entriesOf(loop.right, source, evaluation);
  if (entries === undefined) {
    const cursor = loop.await ? evaluation.expression(loop.right, source) : undefined;
    const whole =
      cursor?.kind === 'external'
        ? elementOf(yielded(cursor, evaluation), evaluation)
        : elementsIn(loop.right, source, evaluation);
    return { whole, pattern: id };
  }
  // `const [id, job] of jobs`: only the second part of the pair is known.
  const value = id.type === 'ArrayPattern' ? id.elements[1] : undefined;
  return value == null
    ? { whole: undefined, pattern: id }
    : { whole: elementsIn(entries, source, evaluation), pattern: value };
}

/** The collection that a loop iterates in pairs of keys and values. */
function entriesOf(expression: Node, source: Source, evaluation: Evaluation): Node | undefined {
  const node = unwrap(expression);
  if (node.type === 'CallExpression') {
    const listed = listedBy(node, 'entries');
    if (listed !== undefined) return listed;
    const method = methodCall(node);
    if (method?.method === 'entries') return method.object;
  }
  const value = evaluation.expression(node, source);
  return value?.kind === 'external' && value.module === 'global' && /^(?:Readonly)?Map new$/.test(value.steps.join(' '))
    ? node
    : undefined;
}

/**
 * The result of `new` with its type arguments: `new Map<string, Job>()`, `const jobs: Map<string, Job> = new Map()`.
 */
export function holding(
  made: ExternalValue,
  node: TSESTree.NewExpression,
  source: Source,
  evaluation: Evaluation,
): ExternalValue {
  if (made.module !== 'global' || !HOLDERS.has(made.steps[0] ?? '')) return made;
  const given = node.typeArguments?.params.map((argument) => ({ node: argument, source }));
  if (given !== undefined) return { ...made, given };
  const type = typeOfHolder(node);
  const written = type === undefined ? undefined : evaluation.type(type, source);
  return written?.kind === 'external' && written.given !== undefined ? { ...made, given: written.given } : made;
}
