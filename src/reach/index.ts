/** The only door to what says who runs a function. */
export type { ReachEvidence } from './evidence.ts';
export type { FunctionKey } from './function-key.ts';
export type { Begun, Explored, Explorer, FunctionWords } from './parts.ts';
export type { Graph } from './reached.ts';
export type { Visit } from './visit.ts';
export { callersOf, holdsHandlers } from './callers.ts';
export { giveGraph } from './graph.ts';
export { createExplorer, graphsOfParts } from './parts.ts';
export { isAllVisited, reachedFunctions } from './reached-functions.ts';
export { callsIn } from './summary.ts';
