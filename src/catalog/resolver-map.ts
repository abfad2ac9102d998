import type { Position } from './entry.ts';

/**
 * The functions of a GraphQL resolver map under the option `resolvers` of an argument: a field is one, or an object
 * with them.
 */
export function resolverMap(argument: number): Position[] {
  return ['resolvers.*.*', 'resolvers.*.*.resolve', 'resolvers.*.*.subscribe'].map((option) => ({ option, argument }));
}
