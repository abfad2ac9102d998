import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Migration } from './migration.ts';
import { refreshProject } from '../project/listing.ts';
import { writeTracker } from '../project/tracker-home.ts';
import { CannotRun, sentenceOf } from './exit.ts';

interface Runner {
  run(transform: string, paths: readonly string[], options: object): Promise<unknown>;
}

const EXTENSIONS = 'js,jsx,mjs,cjs,ts,tsx,mts,cts';

/**
 * Writes a plan: helpers first, then the files, by jscodeshift's runner with our transform and exactly the planned texts.
 * The runner says neither which file it wrote nor that a worker died, so every file is read back.
 *
 * @throws {CannotRun} naming the files that are not as planned
 */
export async function applyMigration({ changes }: Migration): Promise<void> {
  try {
    for (const { path, before, after } of changes) {
      if (before === undefined) writeTracker({ path, form: 'ts', exists: false }, after);
    }
  } catch (error) {
    throw new CannotRun(`The helper cannot be written: ${sentenceOf(error)}. No other file was changed.`);
  }
  const texts = new Map(changes.filter(({ before }) => before !== undefined).map((change) => [change.path, change]));
  if (texts.size > 0) {
    const require = createRequire(import.meta.url);
    const runner = require('jscodeshift/src/Runner.js') as Runner;
    await runner.run(require.resolve('eslint-plugin-fire-task/codemods/fire-task'), [...texts.keys()], {
      runInBand: true,
      babel: false,
      silent: true,
      verbose: 0,
      extensions: EXTENSIONS,
      planned: (path: string, text: string) => {
        const change = texts.get(path);
        return change?.before === text ? change.after : text;
      },
    });
  }
  refreshProject();
  const wrong = changes.filter(({ path, after }) => read(path) !== after).map(({ path }) => path);
  if (wrong.length > 0) throw new CannotRun(`${String(wrong.length)} of ${String(changes.length)} files are not as planned, as they changed meanwhile or could not be written: ${wrong.join(', ')}. Look at them with git, and run this again.`);
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
