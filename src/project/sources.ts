/** Names of folders with built code. `lib` and `out` may also contain sources. */
const OUTPUT = /^(?:dist|build|lib|out|output|esm|cjs|es|\.output)$/;
/** Folders between the output folder and the path that a file has among the sources. */
const FORMAT = /^(?:esm|cjs|es|mjs|node|module|commonjs|types|typings|src|source)$/;
const SOURCE_FOLDERS = ['src', 'source', 'app', 'lib', ''];
const ENDING = /(?:\.d)?\.[cm]?[jt]sx?$/;

/**
 * Where the source of a built file may be, without extension, best guess first: for `dist/esm/names.js`, these are
 * `src/esm/names`, `src/names`, … Empty for a path without a folder of built code.
 *
 * @param place - from the root of its package, with `/`
 */
export function sourcesOf(place: string): string[] {
  const segments = place.replace(/^\.\//, '').replace(ENDING, '').split('/');
  const at = segments.findIndex((segment) => OUTPUT.test(segment));
  if (at === -1 || (at === segments.length - 1 && ENDING.test(place))) return [];
  const before = segments.slice(0, at);
  const rests: string[][] = [];
  for (let rest = segments.slice(at + 1); ; rest = rest.slice(1)) {
    rests.push(rest);
    if (rest.length < 2 || !FORMAT.test(rest[0] ?? '')) break;
  }
  const output = segments[at] ?? '';
  return rests.flatMap((rest) =>
    SOURCE_FOLDERS.filter((folder) => folder !== output).map((folder) =>
      [...before, folder, ...rest].filter((segment) => segment !== '').join('/'),
    ),
  );
}

/** Where a package may begin if its manifest does not say. */
export const BEGINNINGS = ['src/index', 'index', 'src/main', 'source/index', 'lib/index', 'mod', 'src/mod'];
