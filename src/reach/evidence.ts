/** How certain it is: `sure` if the code shows it, `likely` if code of this shape usually does it. */
export type ReachEvidence = 'sure' | 'likely';
