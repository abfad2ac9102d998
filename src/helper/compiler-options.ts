import { dirname, resolve } from 'node:path';
import type { Cache, TsConfigResult } from 'get-tsconfig';
import { getTsconfig, parseTsconfig } from 'get-tsconfig';
import { isFresh } from '../project/still.ts';
import { helperMemory } from './memory.ts';

/** What a tsconfig says of how imports are written. */
export interface CompilerOptions {
  /** Whether TypeScript resolves as Node does, or finds files without their ending. */
  readonly resolution: 'node' | 'bundler';
  /** Whether imports may end in `.ts`: then it is mostly what runs the sources that asks for it. */
  readonly writesTs: boolean;
}

/** Without a tsconfig, or with one that cannot be read, the ending is right for every resolver. */
const UNKNOWN: CompilerOptions = { resolution: 'node', writesTs: false };
const FRESH_MS = 2000;

/** Those of the tsconfig that holds for a file. */
export function compilerOptions(path: string): CompilerOptions {
  const folder = dirname(path);
  const known = helperMemory().compilerOptions;
  const before = known.get(folder);
  if (before !== undefined && isFresh(before.checkedAt, FRESH_MS)) return before.value;
  const checkedAt = Date.now();
  const value = readCompilerOptions(folder);
  known.set(folder, { value, checkedAt });
  return value;
}

function readCompilerOptions(folder: string): CompilerOptions {
  const cache: Cache<string> = new Map();
  try {
    const found = getTsconfig(folder, 'tsconfig.json', cache);
    if (found === null) return UNKNOWN;
    const options =
      [found.config, ...referencedConfigs(found, cache)]
        .map((config) => config.compilerOptions ?? {})
        .find(({ module, moduleResolution }) => (moduleResolution ?? module) !== undefined) ?? {};
    return {
      resolution: /^node(?:\d\d|next)$/i.test(options.moduleResolution ?? options.module ?? '') ? 'node' : 'bundler',
      writesTs: options.allowImportingTsExtensions === true || options.rewriteRelativeImportExtensions === true,
    };
  } catch {
    // What it extends is not installed.
    return UNKNOWN;
  }
}

/** A tsconfig that only lists others says nothing itself. */
function referencedConfigs({ path, config }: TsConfigResult, cache: Cache<string>): ReturnType<typeof parseTsconfig>[] {
  return (config.references ?? []).map((reference) => {
    const target = resolve(dirname(path), reference.path);
    return parseTsconfig(target.endsWith('.json') ? target : resolve(target, 'tsconfig.json'), cache);
  });
}
