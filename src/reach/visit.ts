import type { FunctionKey } from './function-key.ts';

/** Receives a function that a handler of a package runs, in any file, while that file's tree is in memory. */
export type Visit = (key: FunctionKey) => void;
