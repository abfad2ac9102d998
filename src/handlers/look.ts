import type { Source } from '../syntax/source.ts';

/** Takes a function, by its qualified name, of a package's own file while the tree of that is there: one that a handler of the package runs. */
export type Look = (source: Source, name: string) => void;
