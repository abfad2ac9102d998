import type { Workspace } from '../../project/workspace.ts';
import type { Source } from '../../syntax/source.ts';
import { either } from '../../syntax/escape.ts';
import { perSource } from '../../syntax/per-source.ts';

/** Nobody writes longer lines by hand. */
const LONGEST = 2_000;
/** What TypeScript writes at the top of CommonJS, and what compilers and bundlers write at the end of a file. */
const COMPILED = either(
  [
    /^(?:var|const) __\w+ = \(this && this\.__\w+\)/,
    /^Object\.defineProperty\(exports, ["']__esModule["']/,
    /^\/\/# sourceMappingURL=/,
  ],
  'm',
);
/** How a copy names its origin: `// Source: https://github.com/acme/queue`. */
const ORIGIN = /\bsource:\s*https?:\/\//i;

/** A link to a repository in a comment about the licence. */
const LICENSED = /\b(?:licen[sc]ed?|copyright)\b/i;
const REPOSITORY = /\bhttps?:\/\/(?:www\.)?(?:github|gitlab)\.com\/[\w.-]+\/([\w.-]+)/;
/** Minifiers break lines, too. */
const LONG = 400;
/** Statements that follow each other without a space. */
const PRESSED = /[;{}](?=[a-z])/gi;
const MOST_PRESSED = 5;

/** Why a file is the wrong place for an edit: it is generated, or a copy. Undefined if it is written here. */
export function whyWrittenElsewhere(source: Source, { packages }: Workspace): string | undefined {
  if (isGenerated(source))
    return 'This file is generated from other files, so the next run would overwrite the change: change those instead.';
  const head = headOf(source);
  return ORIGIN.test(head) ||
    isLicensedCopy(head, packages.placeOf(source.path), packages.of(source.path).manifest.name)
    ? 'The header says that this file is copied from elsewhere: the next copy would overwrite the change.'
    : undefined;
}

const isGenerated = perSource(({ text }): boolean => {
  if (COMPILED.test(text)) return true;
  const long = text.split('\n').filter(({ length }) => length > LONG);
  if (long.some(({ length }) => length > LONGEST)) return true;
  const pressed = long.filter((line) => (line.match(PRESSED)?.length ?? 0) > MOST_PRESSED);
  return pressed.reduce((sum, { length }) => sum + length, 0) > text.length / 2;
});

/** The comments at the top. */
function headOf({ ast, text }: Source): string {
  const first = ast.body.find((statement) => !('directive' in statement));
  return first === undefined ? '' : text.slice(0, first.range[0]);
}

/** Whether the licence leads to another repository, and a folder around the file has the name of that repository. */
function isLicensedCopy(head: string, place: string, own = ''): boolean {
  const [, linked] = LICENSED.test(head) ? (REPOSITORY.exec(head) ?? []) : [];
  if (linked === undefined) return false;
  const name = plain(linked);
  const folders = place.split('/').slice(0, -1);
  return name !== plain(own.replace(/^.*\//, '')) && folders.some((folder) => plain(folder) === name);
}

/** `archive` for `node-archive`, `archive.js` and `Archive`. */
function plain(name: string): string {
  return name.toLowerCase().replace(/^node-|[.-]?js$|\.git$/g, '');
}
