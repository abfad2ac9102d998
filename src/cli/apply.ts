import { dirname } from 'node:path';
import type { FileChange } from './diff.ts';
import type { Migration } from './migration.ts';
import type { Terminal } from './terminal.ts';
import { clearDrafts, replaceFile } from '../project/draft.ts';
import { writeTracker } from '../helper/write.ts';
import { CannotRun, sentenceOf } from './exit.ts';
import { counted, shownPath } from './terminal.ts';

/** The maximum number of names in a sentence. */
const SHOWN_NAMES = 5;

/**
 * Writes a plan: helpers first, then the files. Each file is written as a whole, and only over the text it was planned
 * for.
 *
 * @throws {CannotRun} naming the files whose text has changed since
 */
export function applyMigration({ changes, imports }: Migration, terminal: Pick<Terminal, 'cwd' | 'workspace'>): void {
  clearDrafts(
    [...changes.map(({ path }) => path), ...imports.map(({ helper }) => helper)].map((path) => dirname(path)),
  );
  try {
    for (const { path, before, after } of changes) {
      if (before === undefined) writeTracker({ path }, after);
    }
  } catch (error) {
    throw new CannotRun(`The helper cannot be written: ${sentenceOf(error)}. No other file was changed.`);
  }
  refuseAstrayImports(imports, terminal);
  const failures = changes.flatMap((change) => failureOf(change, terminal));
  terminal.workspace.refresh();
  if (failures.length > 0) {
    const more = failures.length > SHOWN_NAMES ? `, and ${failures.length - SHOWN_NAMES} more` : '';
    throw new CannotRun(
      `${counted(failures.length, 'file')} of ${changes.length} could not be written: ` +
        `${failures.slice(0, SHOWN_NAMES).join('; ')}${more}. Each is whole and as it was, and the others are ` +
        'written: look at them, and run this again.',
    );
  }
}

/** The helper is on the disk now, so its import can be resolved before any file gets it. */
function refuseAstrayImports(imports: Migration['imports'], terminal: Pick<Terminal, 'cwd' | 'workspace'>): void {
  terminal.workspace.refresh();
  for (const { path, specifier, helper } of imports) {
    const resolved = terminal.workspace.resolverFor({ described: new Set() }).resolve(specifier, path);
    if (resolved !== undefined && 'file' in resolved && resolved.file === helper) continue;
    throw new CannotRun(
      `The import '${specifier}' in ${shownPath(path, terminal)} would not lead to the helper ` +
        `${shownPath(helper, terminal)}; no file but the helper was written. Name another place with --helper, ` +
        'and please report it.',
    );
  }
}

/** Writes an existing file. Returns the error and the file's name if that fails. */
function failureOf({ path, before, after }: FileChange, terminal: Pick<Terminal, 'cwd'>): string[] {
  if (before === undefined) return [];
  try {
    replaceFile(path, before, after);
    return [];
  } catch (error) {
    return [`${shownPath(path, terminal)} (${sentenceOf(error)})`];
  }
}
