/** How well it is known: by what the code says, or by what code that looks so mostly does. */
export type ReachEvidence = 'sure' | 'likely';
