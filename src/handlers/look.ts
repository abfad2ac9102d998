import type { FunctionKey } from './summary.ts';

/** Takes a function of a package's own file while the tree of that is there: one that a handler of the package runs. */
export type Look = (key: FunctionKey) => void;
