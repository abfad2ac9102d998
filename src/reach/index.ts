/** The only entry to this folder, which tells who runs a function. */
export type { ReachEvidence } from './evidence.ts';
export type { EdgeKind } from './edges/edge.ts';
export type { FunctionKey } from './function-key.ts';
export type { Begun, Explored, Explorer, FunctionWords } from './parts.ts';
export type { Graph, ReachStep } from './reached.ts';
export type { Visit } from './visit.ts';
export { callersOf, handlersOf, holdsHandlers } from './callers.ts';
export { idOf, keyOf } from './function-key.ts';
export { giveGraph } from './graph.ts';
export { handlersRunning } from './handlers-running.ts';
export { createExplorer, graphsOfParts } from './parts.ts';
export { isAllVisited, isReachKnown, isUnreached, reachedFunctions, reachedWithSteps } from './reached-functions.ts';
export { nearestCallers } from './nearest-callers.ts';
export { functionAt } from './gaps.ts';
export type { Nearest } from './nearest-callers.ts';
export { callsIn } from './summary.ts';
export { countSummaries, restoreSummaries, savedSummaries } from './summaries.ts';
