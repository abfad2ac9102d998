import type { FunctionNode } from '../syntax/function.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { MadeValue, ObjectValue, Value } from './value.ts';
import { addedTo, variablesNaming } from '../syntax/added.ts';
import { isFunction, thisOwner } from '../syntax/function.ts';
import { keyName } from '../syntax/literal.ts';
import { assignedToThis, objectParts } from '../syntax/members.ts';
import { wrapped } from '../syntax/unwrap.ts';
import { addedMember } from './added.ts';
import { instanceMadeBy, prototypeHolder, thisOnPrototype } from './on-prototypes.ts';
import { instanceOf } from './results.ts';
import { oneOf } from './unite.ts';

/** A member of the object that `new F()` makes: set by F itself, put on its prototype, or inherited. */
export function madeMember({ node, source }: MadeValue, name: string, evaluation: Evaluation): Value | undefined {
  const assigned = assignedToThis(node, source).get(name);
  const own = assigned === undefined ? undefined : oneOf(assigned, source, evaluation);
  // `this.run = jobs.wrap(this.run.bind(this))`: what is not known of runs the one on the prototype.
  if (own !== undefined && own.kind !== 'parameter') return own;
  const added = addedMember(node, source, name, 'prototype', evaluation);
  if (added !== undefined) return added;
  for (const variable of variablesNaming(node, source)) {
    const { base } = addedTo(variable, source);
    const parent = base === undefined ? undefined : evaluation.expression(base, source);
    const instance = parent === undefined ? undefined : instanceOf(parent, evaluation);
    if (instance !== undefined) return evaluation.member(instance, name) ?? own;
  }
  return own;
}

/** What a method of an object literal sets: `{ open() { this.socket = connect(); }, … }`. */
export function setByMethods({ node, source }: ObjectValue, name: string, evaluation: Evaluation): Value | undefined {
  const assigned = objectParts(node).flatMap((part) =>
    'spread' in part || !isFunction(part.value) ? [] : (assignedToThis(part.value, source).get(name) ?? []),
  );
  return oneOf(assigned, source, evaluation);
}

/** The value of `this` in a function that makes objects, or in a method on its prototype; undefined elsewhere. */
export function madeThis(node: Node, source: Source, evaluation: Evaluation): Value | undefined {
  const owner = thisOwner(node);
  if (owner === undefined || !isFunction(owner)) return undefined;
  const target = prototypeOf(owner);
  if (target !== undefined) return instanceMadeBy(evaluation.expression(target, source));
  const elsewhere = owner.parent.type === 'MethodDefinition' ? undefined : thisOnPrototype(owner, source, evaluation);
  if (elsewhere !== undefined) return elsewhere;
  return assignedToThis(owner, source).size > 0 && !isMethod(owner) ? { kind: 'made', node: owner, source } : undefined;
}

/** A method of a class or an object literal. A function under a capitalised key may be one that makes objects. */
function isMethod({ parent }: FunctionNode): boolean {
  if (parent.type === 'MethodDefinition') return true;
  return parent.type === 'Property' && (parent.method || !/^[A-Z]/.test(keyName(parent.key, parent.computed) ?? 'A'));
}

/** `F` in `F.prototype.run = function () { … }` and in `F.prototype = { run: function () { … } }`. */
function prototypeOf(fn: FunctionNode): Node | undefined {
  let outer: Node | undefined = wrapped(fn).parent;
  if (outer?.type === 'Property') outer = wrapped(outer.parent).parent;
  if (outer?.type === 'CallExpression' && outer.arguments[0]?.type === 'MemberExpression')
    return prototypeHolder(outer.arguments[0]);
  if (outer?.type !== 'AssignmentExpression' || outer.left.type !== 'MemberExpression') return undefined;
  return prototypeHolder(outer.left) ?? prototypeHolder(outer.left.object);
}
