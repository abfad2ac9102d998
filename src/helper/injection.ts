import { createHash } from 'node:crypto';
import type { Flavour } from './flavour.ts';
import type { TrackerForm } from './text.ts';
import { FLAVOURS } from './flavour.ts';
import { trackerText } from './text.ts';

const HEADER = /^\/\/ (?:fire-task|drain-on-shutdown) (\S+) (?:(\w+) )?([0-9a-f]{12}): .*\n\/\/ .*\n\n?/;
const LINK = '// How to use it: https://www.npmjs.com/package/eslint-plugin-fire-task';

/**
 * The helper as it is written into a user's package: a header with version, flavour and content hash, then the text in
 * the form asked for.
 */
export function renderTracker(form: TrackerForm, flavour: Flavour): string {
  const { text, version } = trackerText(form, flavour);
  return (
    `// fire-task ${version} ${flavour} ${hashOf(text)}: owns background work. MIT licence, yours to ` +
    `edit.\n${LINK}\n\n${text}`
  );
}

/** The specifier in the texts that the build makes. */
const BUILT_SPECIFIER = './fire-task.ts';

/**
 * The drain of a server's process, which lies beside the helper.
 *
 * @param helper - how it imports the helper: `./fire-task.js`
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
  /** Nobody has changed it since, so that a newer version may replace it. */
  readonly untouched: boolean;
}

/** The flavour that a helper's header names; undefined for a file without one. */
export function flavourInHeader(text: string): Flavour | undefined {
  const [, name] = /^\uFEFF?\/\/ (?:fire-task|drain-on-shutdown) \S+ (\w+) [0-9a-f]{12}:/.exec(text) ?? [];
  return FLAVOURS.find((flavour) => flavour === name);
}

/**
 * Reads the header of a file that may be the helper; undefined when it is something else. Line endings do not count as
 * a change.
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
