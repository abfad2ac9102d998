import { readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { globSync } from 'tinyglobby';
import type { FilePlan } from '../../src/rewriting/rewrite.ts';
import { planSource } from '../../src/rewriting/plan-source.ts';
import { sourceFrom } from './findings.ts';

export const CASES = join(import.meta.dirname, '..', 'rewriting', 'cases');

/** A file before and after, as its owner would write it: `cases/<form>/<situation>.input.ts` and `.output.ts`. */
export interface Case {
  /** `floating/statement.ts` */
  readonly title: string;
  /** Absolute path of the input. */
  readonly path: string;
  readonly input: string;
  readonly output: string;
}

export const cases: readonly Case[] = globSync('*/*.input.*', { cwd: CASES })
  .sort()
  .map((name) => {
    const path = join(CASES, name.split('/').join(sep));
    return { title: name.replace('.input', ''), path, input: readFileSync(path, 'utf8'), output: readFileSync(path.replace('.input.', '.output.'), 'utf8') };
  });

/** Plans a text as if it were the file of the case. Its helper is that of the cases' package, which is on no disk. */
export function planCase({ path }: Pick<Case, 'path'>, text: string): FilePlan {
  const helper = path.includes(`${sep}commonjs${sep}`) ? join(CASES, 'commonjs', 'lib', 'fire-task.js') : join(CASES, 'lib', 'fire-task.ts');
  return planSource(sourceFrom(text, path), { rule: { reach: 'file' }, helper }).plan;
}
