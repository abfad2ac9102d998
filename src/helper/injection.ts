import { createHash } from 'node:crypto';
import type { Flavour } from './flavour.ts';
import type { TrackerForm } from './text.ts';
import { FLAVOURS } from './flavour.ts';
import { trackerText } from './text.ts';

const HEADER = /^\/\/ (?:fire-task|drain-on-shutdown) (\S+) (?:(\w+) )?([0-9a-f]{12}): .*\n\/\/ .*\n\n?/;
const LINK = '// How to use it: https://www.npmjs.com/package/eslint-plugin-fire-task';

/**
 * The helper as written into a user's package: a header with version, flavour and content hash, followed by the text in
 * the given form.
 */
export function renderTracker(form: TrackerForm, flavour: Flavour): string {
  const { text, version } = trackerText(form, flavour);
  return (
    `// fire-task ${version} ${flavour} ${hashOf(text)}: owns background work. MIT licence, yours to ` +
    `edit.\n${LINK}\n\n${text}`
  );
}

/** The specifier in the built texts. */
const BUILT_SPECIFIER = './fire-task.ts';

/**
 * The drain of a server's process, in a file next to the helper.
 *
 * @param helper - the specifier for the helper: `./fire-task.js`
 */
export function renderShutdown(form: TrackerForm, flavour: Flavour, helper: string): string {
  const { text: built, version } = trackerText(form, flavour, 'drain-on-shutdown');
  const text = built.replaceAll(`'${BUILT_SPECIFIER}'`, `'${helper}'`);
  const identity = `drain-on-shutdown ${version} ${flavour} ${hashOf(text)}`;
  return `// ${identity}: ends the process when its tasks are done. MIT licence, yours to edit.\n${LINK}\n\n${text}`;
}

export interface TrackerHeader {
  /** The version of this package that wrote the file. */
  readonly version: string;
  readonly flavour: Flavour;
  /** Nobody has edited the file, so a newer version may replace it. */
  readonly untouched: boolean;
}

/** The flavour in a helper's header; undefined for a file without one. */
export function flavourInHeader(text: string): Flavour | undefined {
  const [, name] = /^\uFEFF?\/\/ (?:fire-task|drain-on-shutdown) \S+ (\w+) [0-9a-f]{12}:/.exec(text) ?? [];
  return FLAVOURS.find((flavour) => flavour === name);
}

/**
 * Reads the header of a file that may be the helper; undefined for other files. Changed line endings don't count as
 * edits.
 */
export function readTrackerHeader(text: string): TrackerHeader | undefined {
  const normal = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const match = HEADER.exec(normal);
  if (match === null) return undefined;
  const [header, version = '', , hash = ''] = match;
  return {
    version,
    flavour: flavourInHeader(normal) ?? 'node',
    untouched: hashOf(normal.slice(header.length)) === hash,
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
