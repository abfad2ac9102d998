import type { Evaluation } from './evaluation.ts';
import type { FunctionValue, ObjectValue, Value } from './value.ts';
import { declaredAs } from './types/index.ts';

/** A table with more members than this says too little about one of them. */
const MOST = 60;

/** Any of the functions in a table that holds nothing else: `{ a: async () => { … }, b }`. */
export function oneOfFunctions({ node, source }: ObjectValue, evaluation: Evaluation): Value | undefined {
  if (node.properties.length > MOST) return undefined;
  const functions: FunctionValue[] = [];
  for (const property of node.properties) {
    if (property.type !== 'Property' || property.kind !== 'init') return undefined;
    const value = evaluation.expression(property.value, source);
    if (value?.kind !== 'function') return undefined;
    functions.push(value);
  }
  const [first, ...others] = functions;
  return first === undefined || others.length === 0
    ? undefined
    : { ...first, types: functions.flatMap((value) => declaredAs(value, node, source)) };
}
