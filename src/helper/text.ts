import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Flavour } from './flavour.ts';

/** The form in which a user's package gets the helper: as TypeScript, as an ES module, or as CommonJS. */
export type TrackerForm = 'ts' | 'esm' | 'cjs';

/** The files that a package may get: the helper, and the drain of a server's process next to it. */
export type InjectedFile = 'fire-task' | 'drain-on-shutdown';

const ENDINGS: Readonly<Record<TrackerForm, string>> = { ts: '.ts', esm: '.mjs', cjs: '.cjs' };

/**
 * The text of an injected file in one form and flavour, and this package's version. The build creates the texts from
 * `src/tracker/`.
 *
 * @throws {Error} in a checkout that was never built
 */
export function trackerText(
  form: TrackerForm,
  flavour: Flavour,
  file: InjectedFile = 'fire-task',
): { text: string; version: string } {
  const manifest = createRequire(import.meta.url).resolve('eslint-plugin-fire-task/package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const path = join(dirname(manifest), 'dist', 'tracker', flavour, `${file}${ENDINGS[form]}`);
  try {
    return { text: readFileSync(path, 'utf8'), version };
  } catch (cause) {
    throw new Error(
      `The helper's text ${path} cannot be read: run "npm run build" in a checkout, or install the package again.`,
      { cause },
    );
  }
}
