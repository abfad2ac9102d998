import type { Package } from '../project/package.ts';
import type { CompilerOptions } from './compiler-options.ts';
import type { Flavour } from './flavour.ts';
import type { Names } from './home.ts';
import type { TrackerForm } from './text.ts';

/** A package's files, as `packageFiles` gives them: the same object as long as none comes or goes. */
type Listing = ReadonlySet<string>;

/** All that this folder keeps from one question to the next. */
interface HelperMemory {
  /** What each package asks for. */
  readonly flavours: WeakMap<Package, Flavour>;
  /** What the names of a package's files say. */
  readonly names: WeakMap<Listing, Names>;
  /** The module system of a package without a `type`. */
  readonly forms: WeakMap<Listing, TrackerForm>;
  /** Whether a package has its work handed over, true for one generation of the project's files. */
  readonly handOvers: WeakMap<Listing, { readonly generation: number; readonly answer: boolean }>;
  /** The compiler's options for the files of a folder, and when they were read. */
  readonly compilerOptions: Map<string, { readonly value: CompilerOptions; readonly checkedAt: number }>;
}

const memory: HelperMemory = {
  flavours: new WeakMap(),
  names: new WeakMap(),
  forms: new WeakMap(),
  handOvers: new WeakMap(),
  compilerOptions: new Map(),
};

/** The only way to the memory, so that its owner can change in this file alone. */
export function helperMemory(): HelperMemory {
  return memory;
}

/** What is remembered under a key, found out at the first question. */
export function remembered<Key extends object, Value>(map: WeakMap<Key, Value>, key: Key, find: () => Value): Value {
  const before = map.get(key);
  if (before !== undefined) return before;
  const value = find();
  map.set(key, value);
  return value;
}
