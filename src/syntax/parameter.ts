import type { FunctionNode } from './function.ts';
import type { Node, Source } from './source.ts';
import { definitionOf, variableOf } from './binding.ts';
import { isFunction, parameterTarget } from './function.ts';
import { unwrap } from './unwrap.ts';

/** A parameter, by its function and its place; the place is -1 if it is a part of a destructured parameter. */
export interface ParameterPlace {
  readonly fn: FunctionNode;
  readonly index: number;
}

/** The parameter that an expression names; undefined if it names none. */
export function parameterNamed(expression: Node, source: Source): ParameterPlace | undefined {
  const name = unwrap(expression);
  const variable = name.type === 'Identifier' ? variableOf(name, source) : undefined;
  const definition = variable === undefined ? undefined : definitionOf(variable);
  if (definition?.type !== 'Parameter' || !isFunction(definition.node)) return undefined;
  const fn = definition.node;
  return { fn, index: fn.params.findIndex((parameter) => parameterTarget(parameter) === definition.name) };
}
