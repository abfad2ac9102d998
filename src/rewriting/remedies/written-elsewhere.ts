import type { Workspace } from '../../project/workspace.ts';
import type { Manifest } from '../../project/manifest.ts';
import type { Source } from '../../syntax/source.ts';
import { GENERAL_FOLDERS } from '../../catalog/folders.ts';
import { either, escaped } from '../../syntax/escape.ts';
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
/** How a copy names its origin, at the start of a line: `// Source: https://github.com/acme/queue`. */
const ORIGIN = /^[ \t/*#]*(?:original\s+)?source(?:\s+code)?:\s*(https?:\/\/\S+)/im;

/** A link to a repository in a comment about the licence. */
const LICENSED = /\b(?:licen[sc]ed?|copyright)\b/i;
const REPOSITORY = /\bhttps?:\/\/(?:www\.)?(?:github|gitlab)\.com\/([\w.-]+)\/([\w.-]+)/;
/** Minifiers break lines, too. */
const LONG = 400;
/** Statements that follow each other without a space. */
const PRESSED = /[;{}](?=[a-z])/gi;
const MOST_PRESSED = 5;

/** Why a file is the wrong place for an edit: it is generated, or a copy. Undefined if it is written here. */
export function whyWrittenElsewhere(source: Source, { packages }: Workspace): string | undefined {
  if (isGenerated(source))
    return 'This file is generated from other files, so the next run would overwrite the change: change those instead.';
  return isForeign(headOf(source), packages.placeOf(source.path), packages.of(source.path).manifest)
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

/** Whether a header names another project as the origin, in words or by its licence. */
function isForeign(head: string, place: string, manifest: Manifest): boolean {
  const [, origin] = ORIGIN.exec(head) ?? [];
  return (origin !== undefined && !isOwn(origin, manifest)) || isLicensedCopy(head, place, manifest);
}

/** Whether the licence leads to another repository, and a folder around the file has the name of that repository. */
function isLicensedCopy(head: string, place: string, manifest: Manifest): boolean {
  const [link] = LICENSED.test(head) ? (REPOSITORY.exec(head) ?? []) : [];
  if (link === undefined || isOwn(link, manifest)) return false;
  const name = plain(link.replace(/^.*\//, ''));
  const folders = place.split('/').slice(0, -1);
  return !GENERAL_FOLDERS.has(name) && folders.some((folder) => plain(folder) === name);
}

/** Whether a link leads to the package itself, by its name, its own addresses, or those of its author. */
function isOwn(link: string, { name = '', addresses = [] }: Manifest): boolean {
  const [, owner = '', repository = ''] = REPOSITORY.exec(link) ?? [];
  if (owner === '') return addresses.some((address) => hostOf(address) === hostOf(link));
  if (plain(repository) === plain(name.replace(/^.*\//, ''))) return true;
  const path = `${owner}/${repository.replace(/\.git$/, '')}`.toLowerCase();
  return addresses.some((address) => {
    const said = address.toLowerCase().replace(/\.git\b/, '');
    return new RegExp(`(?:^|[/:])${escaped(path)}(?![\\w.-])|/${escaped(owner.toLowerCase())}/?\\)?$`).test(said);
  });
}

/** `acme.test` for `https://acme.test/rates` */
function hostOf(address: string): string {
  return /\bhttps?:\/\/(?:www\.)?([\w.-]+)/.exec(address)?.[1]?.toLowerCase() ?? address;
}

/** `archive` for `node-archive`, `archive.js` and `Archive`. */
function plain(name: string): string {
  return name.toLowerCase().replace(/^node-|[.-]?js$|\.git$/g, '');
}
