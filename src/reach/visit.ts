import type { FunctionKey } from './function-key.ts';

/** Is given a function of a package's own file, which a handler of the package runs, while the tree of that is there. */
export type Visit = (key: FunctionKey) => void;
