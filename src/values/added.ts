import type { Variable } from '../syntax/scopes/scope.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { Value } from './value.ts';
import { exportsOf, isEsModule } from '../project/exports.ts';
import { isExportsObject } from '../project/commonjs.ts';
import { addedTo, variablesNaming } from '../syntax/added.ts';
import { variableOf } from '../syntax/binding.ts';
import { isFunction } from '../syntax/function.ts';
import { addTo } from '../syntax/grouping.ts';
import { keyName } from '../syntax/literal.ts';
import { perSource } from '../syntax/per-source.ts';
import { unwrap, wrapped } from '../syntax/unwrap.ts';
import { outlineOf } from '../syntax/walk.ts';
import { loadedMember } from './loaded.ts';
import { oneOf } from './unite.ts';

/** Where a member is added: to the value itself, or to what `new` makes of it. */
type Side = 'members' | 'prototype';

/** How many functions may pass a value on to the one that adds members to it. */
const DEEPEST = 3;

/**
 * A member that code adds to a function, class or object literal after it is made: `M.run = …`, `C.prototype.run = …`,
 * `Object.assign(M, { run })`, or in a function that receives M: `mixin(M)`. Undefined if there is none.
 */
export function addedMember(
  node: Node,
  source: Source,
  name: string,
  side: Side,
  evaluation: Evaluation,
): Value | undefined {
  for (const variable of variablesNaming(node, source)) {
    const found = addedByName(variable, source, name, side, evaluation);
    if (found !== undefined) return found;
  }
  const own = side === 'members' ? addedToPart(node, source, name, evaluation) : undefined;
  if (own !== undefined) return own;
  // `module.exports = function () { … }; module.exports.run = …`
  const table = side === 'members' ? exportsOf(source) : undefined;
  if (table?.whole === undefined || unwrap(table.whole) !== node) return undefined;
  const exported = table.names.get(name);
  if (exported !== undefined && 'node' in exported) return evaluation.expression(exported.node, source);
  return addedToExports(source, name, evaluation);
}

/** `const M = { part: {} }; M.part.name = …`: a member added to a value that is itself a member. */
function addedToPart(node: Node, source: Source, name: string, evaluation: Evaluation): Value | undefined {
  const added = partOf(node, source)?.get(name);
  return added === undefined ? undefined : oneOf(added, source, evaluation);
}

function partOf(node: Node, source: Source): ReadonlyMap<string, readonly Node[]> | undefined {
  const place = memberHolding(wrapped(node), source);
  if (place?.variable === undefined || place.part === undefined) return undefined;
  return addedTo(place.variable, source).parts.get(place.part);
}

/** The variable that has a value under a name: `M.part = value`, `const M = { part: value }`. */
function memberHolding(
  value: Node,
  source: Source,
): { readonly variable: Variable | undefined; readonly part: string | undefined } | undefined {
  const { parent } = value;
  if (parent?.type === 'Property' && parent.value === value)
    return { variable: variablesNaming(parent.parent, source)[0], part: keyName(parent.key, parent.computed) };
  const target = parent?.type === 'AssignmentExpression' ? unwrap(parent.left) : undefined;
  if (target?.type !== 'MemberExpression' || target.object.type !== 'Identifier') return undefined;
  return { variable: variableOf(target.object, source), part: keyName(target.property, target.computed) };
}

/** The names of members that code assigns to a value: `M.run = …`, or `M.part.run = …` for the value of `M.part`. */
export function addedNames(node: Node, source: Source): string[] {
  const own = variablesNaming(node, source).flatMap((variable) => [...addedTo(variable, source).members.keys()]);
  return [...own, ...(partOf(node, source)?.keys() ?? [])];
}

/** A package's value with the functions that code assigns to it: `const User = db.define('User'); User.load = …`. */
export function withAdded(value: Value | undefined, variable: Variable, source: Source): Value | undefined {
  if (value?.kind !== 'external') return value;
  const added = [...addedTo(variable, source).members].flatMap(([name, [first, ...others]]): [string, Value][] => {
    const node = first === undefined || others.length > 0 ? undefined : unwrap(first);
    return isFunction(node) ? [[name, { kind: 'function', node, source }]] : [];
  });
  return added.length === 0 ? value : { ...value, holds: new Map([...(value.holds ?? []), ...added]) };
}

/** The same for the value of a variable, whatever it is. */
export function addedByName(
  variable: Variable,
  source: Source,
  name: string,
  side: Side,
  evaluation: Evaluation,
  depth = 0,
): Value | undefined {
  const added = addedTo(variable, source);
  const own = added[side].get(name);
  if (own !== undefined) return oneOf(own, source, evaluation);
  for (const { node, isPrototype } of added.mixed) {
    if (isPrototype !== (side === 'prototype')) continue;
    const whole = evaluation.expression(node, source);
    const found = whole === undefined ? undefined : evaluation.member(whole, name);
    if (found !== undefined && found.kind !== 'external') return found;
  }
  if (side === 'prototype' || depth >= DEEPEST) return undefined;
  const loaded = loadedMember(added.computed, source, name, evaluation);
  if (loaded !== undefined) return loaded;
  for (const { call, index } of added.givenTo) {
    const found = addedByCall(call.callee, index, source, name, evaluation, depth);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The member that a function adds to its argument. */
function addedByCall(
  callee: Node,
  index: number,
  source: Source,
  name: string,
  evaluation: Evaluation,
  depth: number,
): Value | undefined {
  const value = evaluation.expression(callee, source);
  if (value?.kind !== 'function' || !isFunction(value.node)) return undefined;
  const parameter = value.node.params[index];
  const variable = parameter?.type === 'Identifier' ? variableOf(parameter, value.source) : undefined;
  return variable === undefined
    ? undefined
    : addedByName(variable, value.source, name, 'members', evaluation, depth + 1);
}

/**
 * An export that isn't a top-level statement: one inside a function, or added by a function that receives
 * `module.exports`.
 */
export function addedToExports(source: Source, name: string, evaluation: Evaluation): Value | undefined {
  if (isEsModule(source) || !/\bexports\b/.test(source.text)) return undefined;
  const { inner, givenTo } = exportedElsewhere(source);
  const own = inner.get(name);
  if (own !== undefined) return oneOf(own, source, evaluation);
  for (const { callee, index } of givenTo) {
    const found = addedByCall(callee, index, source, name, evaluation, 0);
    if (found !== undefined) return found;
  }
  return undefined;
}

const exportedElsewhere = perSource((source) => {
  const inner = new Map<string, Node[]>();
  const table = exportsOf(source);
  const { assignments, calls } = outlineOf(source);
  for (const { left, right } of assignments) {
    if (left.type !== 'MemberExpression') continue;
    const name = keyName(left.property, left.computed);
    const value = unwrap(right);
    if (name !== undefined && value.type !== 'UnaryExpression' && isExportsObject(unwrap(left.object), table))
      addTo(inner, name, value);
  }
  const givenTo = calls.flatMap((call) =>
    call.type === 'CallExpression'
      ? call.arguments.flatMap((argument, index) =>
          isExportsObject(unwrap(argument), table) ? [{ callee: call.callee, index }] : [],
        )
      : [],
  );
  return { inner, givenTo };
});
