import type { Position } from './entry.ts';

/**
 * The functions of a GraphQL resolver map in the option `resolvers` of an argument: a field is a function, or an object
 * that contains them.
 */
export function resolverMap(argument: number): Position[] {
  return ['resolvers.*.*', 'resolvers.*.*.resolve', 'resolvers.*.*.subscribe'].map((option) => ({ option, argument }));
}
