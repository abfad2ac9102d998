/** Names of folders that hold what is built of sources. `lib` and `out` may hold sources as well. */
const OUTPUT = /^(?:dist|build|lib|out|output|esm|cjs|es|\.output)$/;
/** What stands between such a folder and the place that its files have among the sources. */
const FORMAT = /^(?:esm|cjs|es|mjs|node|module|commonjs|types|typings|src|source)$/;
const SOURCE_FOLDERS = ['src', 'source', 'app', 'lib', ''];
const ENDING = /(?:\.d)?\.[cm]?[jt]sx?$/;

/**
 * Where the source of a built file may be, best first, without its ending: of `dist/esm/names.js` that is `src/esm/names`,
 * `src/names`, … None for a path that leads through no folder of what is built.
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

/** Where a package begins whose manifest leads nowhere. */
export const BEGINNINGS = ['src/index', 'index', 'src/main', 'source/index', 'lib/index', 'mod', 'src/mod'];
