import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../evaluation.ts';
import type { ExternalValue, Value } from '../value.ts';
import type { Declared, Scope, Signature } from './declared.ts';
import { asValue } from './as-value.ts';
import { basesOf, mergedWith } from './bases.ts';
import { externalTypes } from './external-types.ts';
import { createReading } from './reading.ts';

/**
 * The one reader of written types, those of the user's files and those that packages declare: what a value of a type
 * is, what its members are, what calling it gives. No inference; an empty list means that it is not known.
 */

export type { Declared, Scope, Signature } from './declared.ts';
export { isPromiseType } from './call-types.ts';
export { declaredAs } from './of-value.ts';
export { isPlainType } from './plain.ts';

/** What a value of a written type may be. */
export function typesOf(node: Node, source: Source, evaluation: Evaluation, scope: Scope = {}): Declared[] {
  return createReading(evaluation).types(node, source, scope);
}

/** The same as a value, as expressions have one; undefined when the type does not say what it is. */
export function typedValue(node: Node, source: Source, evaluation: Evaluation, scope: Scope = {}): Value | undefined {
  const reading = createReading(evaluation);
  return asValue(reading.types(node, source, scope), reading);
}

/** One value of all that something may be: of the members of a union. */
export function valueAmong(types: readonly Declared[], evaluation: Evaluation): Value | undefined {
  return asValue(types, createReading(evaluation));
}

/** What a name is by all of its declarations together, as a namespace and what it merges with. */
export function namedValue(name: Node, source: Source, evaluation: Evaluation): Value | undefined {
  const reading = createReading(evaluation);
  return asValue(reading.entity(name, source), reading);
}

/** What a package's own typings declare a value of it to be; `from` is the file that asks. */
export function typesOfExternal(external: ExternalValue, from: Source, evaluation: Evaluation): Declared[] {
  return externalTypes(external, from, createReading(evaluation));
}

/** The member of a name that a value has by its type. */
export function typedMember(types: readonly Declared[], name: string, evaluation: Evaluation): Value | undefined {
  const reading = createReading(evaluation);
  return asValue(
    types.flatMap((declared) => reading.members(declared, name)),
    reading,
  );
}

/** What `new` gives of a value known by its type. */
export function typedInstance(types: readonly Declared[], evaluation: Evaluation): Value | undefined {
  const reading = createReading(evaluation);
  return asValue(
    types.flatMap((declared) => reading.instances(declared)),
    reading,
  );
}

/** What calling a value known by its type gives, awaited. */
export function typedResult(types: readonly Declared[], evaluation: Evaluation): Value | undefined {
  const reading = createReading(evaluation);
  return asValue(
    types.flatMap((declared) => reading.results(declared)).flatMap((result) => reading.awaited(result)),
    reading,
  );
}

export function membersOf(declared: Declared, name: string, evaluation: Evaluation): Declared[] {
  return createReading(evaluation).members(declared, name);
}

export function signaturesOf(declared: Declared, evaluation: Evaluation): Signature[] {
  return createReading(evaluation).signatures(declared);
}

/** What a signature is written to return; of a function without a return type, what its code gives. */
export function resultsOf(signature: Signature, evaluation: Evaluation): Declared[] {
  return createReading(evaluation).results(signature);
}

/** What a class or interface extends. */
export function extendedBy(declared: Declared, evaluation: Evaluation): Declared[] {
  return basesOf(declared, createReading(evaluation));
}

/** Whether several declarations of a name are one: an interface's, or those of a class and interfaces. */
export function isMerged(declared: Declared): boolean {
  return mergedWith(declared).length > 1;
}
