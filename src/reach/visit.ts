import type { FunctionKey } from './function-key.ts';

/** Is given a function that a handler of a package runs, wherever it stands, while the tree of that file is there. */
export type Visit = (key: FunctionKey) => void;
