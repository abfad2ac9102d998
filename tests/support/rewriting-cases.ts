import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { globSync } from 'tinyglobby';
import type { FilePlan } from '../../src/rewriting/rewrite.ts';
import type { TrackerForm } from '../../src/helper/text.ts';
import { sourceFrom } from './findings.ts';
import { planSource } from './engine.ts';

export const CASES = join(import.meta.dirname, '..', 'rewriting', 'cases');

/** A file before and after, as its owner would write it: `cases/<form>/<situation>.input.ts` and `.output.ts`. */
export interface Case {
  /** `floating/statement.ts` */
  readonly title: string;
  /**
   * Absolute path of the file that both are versions of. It doesn't exist; a framework may go by its name:
   * `app/route.ts`.
   */
  readonly path: string;
  readonly input: string;
  readonly output: string;
}

export const cases: readonly Case[] = globSync('*/*.input.*', { cwd: CASES })
  .sort()
  .map((name) => {
    const title = name.replace('.input', '');
    const path = join(CASES, title.split('/').join(sep));
    return {
      title,
      path,
      input: readFileSync(versionOf(path, 'input'), 'utf8'),
      output: readFileSync(versionOf(path, 'output'), 'utf8'),
    };
  });

/** The path of one version of a case's file. */
export function versionOf(path: string, version: 'input' | 'output'): string {
  return path.replace(/\.\w+$/, `.${version}$&`);
}

/** The helper of the package that a case belongs to; it isn't on disk. */
export function helperOf({ path }: Pick<Case, 'path'>): { readonly path: string; readonly form: TrackerForm } {
  const folder = path.startsWith(join(CASES, 'commonjs', sep)) ? join(CASES, 'commonjs', 'lib') : join(CASES, 'lib');
  return folder.includes('commonjs') && !/\.[cm]?ts$/.test(path)
    ? { path: join(folder, 'fire-task.js'), form: 'cjs' }
    : { path: join(folder, 'fire-task.ts'), form: 'ts' };
}

/** Plans a text as if it were the file of the case. */
export function planCase(file: Pick<Case, 'path'>, text: string): FilePlan {
  return planSource(sourceFrom(text, file.path), { rule: { reach: 'file' }, helper: helperOf(file).path }).plan;
}
