import type { Node, Source } from '../../syntax/source.ts';
import type { Evaluation } from '../evaluation.ts';
import type { ExternalValue, Value } from '../value.ts';
import type { Declared, Scope, Signature } from './declared.ts';
import { asValue } from './as-value.ts';
import { basesOf, mergedWith } from './bases.ts';
import { externalTypes } from './external-types.ts';
import { createReading } from './reading.ts';

/**
 * The only reader of written types, in the user's files and in packages' typings: the value of a type, its members, the
 * result of calling it. It infers no types. An empty list means unknown.
 */

export type { Declared, Scope, Signature } from './declared.ts';
export { isPromiseType } from './call-types.ts';
export { declaredAs } from './of-value.ts';
export { isPlainType, isPrimitiveType } from './plain.ts';

/** The declarations behind a written type. */
export function typesOf(node: Node, source: Source, evaluation: Evaluation, scope: Scope = {}): Declared[] {
  return createReading(evaluation).types(node, source, scope);
}

/** The same as a value, like that of an expression; undefined if unknown. */
export function typedValue(node: Node, source: Source, evaluation: Evaluation, scope: Scope = {}): Value | undefined {
  const reading = createReading(evaluation);
  return asValue(reading.types(node, source, scope), reading);
}

/** One value for several declarations, such as the members of a union. */
export function valueAmong(types: readonly Declared[], evaluation: Evaluation): Value | undefined {
  return asValue(types, createReading(evaluation));
}

/** The value of a name by all of its declarations together: a namespace and what it merges with. */
export function namedValue(name: Node, source: Source, evaluation: Evaluation): Value | undefined {
  const reading = createReading(evaluation);
  return asValue(reading.entity(name, source), reading);
}

/** The declarations of a package's value in the package's typings; `from` is the asking file. */
export function typesOfExternal(external: ExternalValue, from: Source, evaluation: Evaluation): Declared[] {
  return externalTypes(external, from, createReading(evaluation));
}

/** The member with a name that a value has by its type. */
export function typedMember(types: readonly Declared[], name: string, evaluation: Evaluation): Value | undefined {
  const reading = createReading(evaluation);
  return asValue(
    types.flatMap((declared) => reading.members(declared, name)),
    reading,
  );
}

/** The result of `new` on a value known by its type. */
export function typedInstance(types: readonly Declared[], evaluation: Evaluation): Value | undefined {
  const reading = createReading(evaluation);
  return asValue(
    types.flatMap((declared) => reading.instances(declared)),
    reading,
  );
}

/** The awaited result of calling a value known by its type. */
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

/** The declared return type of a signature; for a function without one, the result of its code. */
export function resultsOf(signature: Signature, evaluation: Evaluation): Declared[] {
  return createReading(evaluation).results(signature);
}

/** What a class or interface extends. */
export function extendedBy(declared: Declared, evaluation: Evaluation): Declared[] {
  return basesOf(declared, createReading(evaluation));
}

/** Whether a class or interface merges with other declarations of its name. */
export function isMerged(declared: Declared): boolean {
  return mergedWith(declared).length > 1;
}
