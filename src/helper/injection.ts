import { createHash } from 'node:crypto';
import type { Flavour } from './flavour.ts';
import type { TrackerForm } from './text.ts';
import { FLAVOURS } from './flavour.ts';
import { trackerText } from './text.ts';

const HEADER = /^\/\/ fire-task (\S+) (?:(\w+) )?([0-9a-f]{12}): .*\n\/\/ .*\n\n?/;

/**
 * The helper as it is written into a user's package: a header with version, flavour and content hash, then the text in
 * the form asked for.
 */
export function renderTracker(form: TrackerForm, flavour: Flavour): string {
  const { text, version } = trackerText(form, flavour);
  const identity = `fire-task ${version} ${flavour} ${hashOf(text)}`;
  return `// ${identity}: owns background work, drains it at shutdown. Yours to edit.
// How to use it: the README of eslint-plugin-fire-task.

${text}`;
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
  const [, name] = /^\uFEFF?\/\/ fire-task \S+ (\w+) [0-9a-f]{12}:/.exec(text) ?? [];
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
