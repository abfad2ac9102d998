import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FileChange } from './diff.ts';
import type { Migration } from './migration.ts';
import type { Terminal } from './terminal.ts';
import { refreshProject } from '../project/listing.ts';
import { resolveSpecifier } from '../project/resolve.ts';
import { writeTracker } from '../project/tracker-home.ts';
import { CannotRun, sentenceOf } from './exit.ts';
import { counted, shownPath } from './terminal.ts';

interface Runner {
  run(transform: string, paths: readonly string[], options: object): Promise<unknown>;
}

const EXTENSIONS = 'js,jsx,mjs,cjs,ts,tsx,mts,cts';

/**
 * Writes a plan: helpers first, then the files, by jscodeshift's runner with exactly the planned texts.
 * The runner says neither which file it wrote nor that a worker died, so every file is read back.
 *
 * @throws {CannotRun} naming the files that are not as planned
 */
export async function applyMigration({ changes, imports }: Migration, terminal: Pick<Terminal, 'cwd'>): Promise<void> {
  try {
    for (const { path, before, after } of changes) {
      if (before === undefined) writeTracker({ path }, after);
    }
  } catch (error) {
    throw new CannotRun(`The helper cannot be written: ${sentenceOf(error)}. No other file was changed.`);
  }
  refuseAstrayImports(imports, terminal);
  await runTransform(changes.filter(({ before }) => before !== undefined));
  refreshProject();
  const wrong = changes.filter(({ path, after }) => textOf(path) !== after).map(({ path }) => shownPath(path, terminal));
  if (wrong.length > 0) {
    throw new CannotRun(`${counted(wrong.length, 'file')} of ${changes.length} could not be written, or changed meanwhile: ${wrong.join(', ')}. Each is whole, old or new: look at them, and run this again.`);
  }
}

/** The helper is on the disk now, so that its imports can be followed before any file gets one. */
function refuseAstrayImports(imports: Migration['imports'], terminal: Pick<Terminal, 'cwd'>): void {
  refreshProject();
  for (const { path, specifier, helper } of imports) {
    const resolved = resolveSpecifier(specifier, path);
    if (resolved !== undefined && 'file' in resolved && resolved.file === helper) continue;
    throw new CannotRun(`The import '${specifier}' in ${shownPath(path, terminal)} would not lead to the helper ${shownPath(helper, terminal)}; no file but the helper was written. Name another place with --helper, and please report it.`);
  }
}

async function runTransform(changes: readonly FileChange[]): Promise<void> {
  if (changes.length === 0) return;
  const require = createRequire(import.meta.url);
  const transform = join(dirname(require.resolve('eslint-plugin-fire-task/package.json')), 'codemods/planned.cjs');
  if (!existsSync(transform)) throw new CannotRun(`The transform ${transform} does not exist: install the package again.`);
  const byPath = new Map(changes.map((change) => [change.path, change]));
  const runner = require('jscodeshift/src/Runner.js') as Runner;
  await runner.run(transform, [...byPath.keys()], {
    runInBand: true,
    babel: false,
    silent: true,
    // What it says would go to the standard output, between our lines; what it did is read from the files.
    verbose: -1,
    extensions: EXTENSIONS,
    planned: (path: string, text: string) => {
      const change = byPath.get(path);
      return change?.before === text ? change.after : text;
    },
  });
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
