import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from './evaluation.ts';
import type { ClassValue, Value } from './value.ts';
import { METHODS_APART } from '../catalog/conventions.ts';
import { classOfThis, isFunction, thisOwner } from '../syntax/function.ts';
import { propertyValue } from '../syntax/members.ts';
import { unwrap } from '../syntax/unwrap.ts';
import { madeThis } from './made.ts';
import { instanceOf } from './results.ts';

export function thisValue(node: Node, source: Source, evaluation: Evaluation): Value | undefined {
  const owner = classOfThis(node);
  if (owner !== undefined) {
    const value: ClassValue = { kind: 'class', node: owner.node, source };
    return owner.isStatic ? value : { kind: 'instance', of: value };
  }
  const made = madeThis(node, source, evaluation) ?? declaredThis(node, source, evaluation);
  if (made !== undefined) return made;
  const property = thisOwner(node)?.parent;
  return property?.type === 'Property' && property.parent.type === 'ObjectExpression'
    ? { kind: 'object', node: property.parent, source }
    : undefined;
}

/**
 * `this.name` in a function of an object whose methods stand apart, or of an outer object of it: services and components
 * are written as `{ actions: { add() { this.save(); } }, methods: { async save() { … } } }`.
 */
export function methodApart(node: Node, name: string, source: Source, evaluation: Evaluation): Value | undefined {
  for (let outer = thisOwner(node)?.parent; outer !== undefined && LITERALS.has(outer.type); outer = outer.parent) {
    if (outer.type !== 'ObjectExpression') continue;
    const methods = propertyValue(outer, METHODS_APART);
    const literal = methods === undefined ? undefined : unwrap(methods);
    const method = literal?.type === 'ObjectExpression' ? propertyValue(literal, name) : undefined;
    if (method !== undefined) return evaluation.expression(method, source);
  }
  return undefined;
}

/** What stands between a function and the object literals around it. */
const LITERALS: ReadonlySet<string> = new Set(['ArrayExpression', 'ObjectExpression', 'Property']);

/** `this` in `function close(this: Socket)`. */
function declaredThis(node: Node, source: Source, evaluation: Evaluation): Value | undefined {
  const owner = thisOwner(node);
  const [first] = isFunction(owner) ? owner.params : [];
  return first?.type === 'Identifier' && first.name === 'this' ? evaluation.annotation(first, source) : undefined;
}

/** `super` in a method: an instance of the base class, or in a static method the base class itself. */
export function superValue(node: Node, source: Source, evaluation: Evaluation): Value | undefined {
  const owner = classOfThis(node);
  const parent =
    owner === undefined || owner.node.superClass === null
      ? undefined
      : evaluation.expression(owner.node.superClass, source);
  if (owner === undefined || parent === undefined || owner.isStatic) return parent;
  return instanceOf(parent, evaluation);
}
