/** A place where the generator has left a promise without an owner. */
export interface Planted {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly form: string;
}

interface GeneratedServer {
  /** Texts by path, with `/`. */
  readonly files: ReadonlyMap<string, string>;
  readonly planted: readonly Planted[];
}

/** The benchmark is plain JavaScript, without declarations. */
const { generateServer } = (await import(new URL('../../bench/generate.js', import.meta.url).href)) as {
  generateServer: (asked: { files: number; seed: number }) => GeneratedServer;
};

/** A server of `files` files, as the benchmark lints it. */
export function generated(files: number, seed: number): GeneratedServer {
  return generateServer({ files, seed });
}
