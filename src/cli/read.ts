import { readFileSync } from 'node:fs';
import type { CleanFiles } from '../findings/clean-files.ts';
import type { Workspace } from '../project/workspace.ts';
import type { Source } from '../syntax/source.ts';
import { isParseFailure, parse } from '../syntax/parse.ts';
import { sentenceOf } from './exit.ts';

/** Why a file was left unchanged. */
export interface Failure {
  /** Absolute. */
  readonly path: string;
  /** One sentence. */
  readonly reason: string;
  /** 1-based; absent when the failure concerns the whole file. */
  readonly line?: number;
  readonly column?: number;
}

/** How a command reads a file: without types, or with them. */
export type ReadSource = (path: string) => Source | Failure;

/** Reads files without types. */
export function sourceReader(workspace: Workspace): ReadSource {
  return (path) => readSource(path, workspace);
}

/** Reads and parses one file. A file that is not UTF-8 or does not parse is a failure, and is not read in part. */
function readSource(path: string, workspace: Workspace): Source | Failure {
  const text = readText(path);
  if (typeof text !== 'string') return text;
  // The analysis of another file may already have parsed it.
  const result = workspace.files.sourceAt(path) ?? parse(path, text);
  if (!isParseFailure(result)) return result;
  return {
    path,
    reason: `The file does not parse: ${withFullStop(result.message)}`,
    line: result.line,
    column: result.column,
  };
}

/**
 * Reads a file if it is needed; undefined if it is already known to lose nothing, and its text is readable. A file that
 * no handler reaches needs no tree, but its syntax is checked.
 */
export function readIfNeeded(
  path: string,
  read: ReadSource,
  cleanFiles: CleanFiles | undefined,
  workspace: Workspace,
): Source | Failure | undefined {
  const isClean = cleanFiles?.isClean(path) === true;
  if (!isClean && cleanFiles?.isUnreached(path) !== true) return read(path);
  const text = readText(path);
  if (typeof text !== 'string') return text;
  return isClean || workspace.files.parses(path) ? undefined : read(path);
}

/** The text of a file, or a failure if it cannot be read or is not UTF-8. */
function readText(path: string): string | Failure {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path));
  } catch (error) {
    if (error instanceof TypeError) return { path, reason: 'The file is not UTF-8 text: convert it, or leave it out.' };
    return { path, reason: `The file cannot be read: ${sentenceOf(error)}.` };
  }
}

export function isFailure(result: object): result is Failure {
  return 'reason' in result;
}

function withFullStop(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
