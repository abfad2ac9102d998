/** The only entry to this folder; `.dependency-cruiser.js` enforces that. */
export type { Context } from './context.ts';
export type { Becomes, Lost, Ownership } from './owner.ts';
export { answersIn, isResponder, receiverRoot } from './answers/carriers.ts';
export { answeringOf } from './answers/continuation.ts';
export { answersWith } from './answers/answering.ts';
export type { Endings } from './answers/ending.ts';
export { isEnd, leadsToExit } from './answers/ending.ts';
export type { Responders } from './answers/responders.ts';
export { handsDutyOn } from './answers/handing-on.ts';
export { respondersAt } from './answers/responders.ts';
export { leavesMeansUnused } from './answers/unused-means.ts';
export { consumerOf, droppedFunctions, mappingArgument, predicateOf } from './consumer.ts';
export { ownershipOf, ownershipOfMapped } from './ownership.ts';
export { sinkTaking } from './sink.ts';
export { droppedReads } from './variable.ts';
