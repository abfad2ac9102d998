import { resolve } from 'node:path';
import type { Reach } from '../src/handlers/reach.ts';
import type { NameStyle } from '../src/rewriting/options.ts';
import type { FilePlan } from '../src/rewriting/rewrite.ts';
import { isTaken, writeTracker } from '../src/project/tracker-home.ts';
import { renderTracker } from '../src/rewriting/injection.ts';
import { planSource } from '../src/rewriting/plan-source.ts';
import { isParseFailure, parse } from '../src/syntax/parse.ts';

/** jscodeshift's own options beside ours, as given on its command line. */
export interface TransformOptions {
  readonly dry?: boolean;
  readonly reach?: Reach;
  readonly names?: NameStyle;
  /** Path of the helper, relative to the working folder. */
  readonly helper?: string;
  /** The text that was planned for a path beforehand; only a caller in the same process can give it. */
  readonly planned?: (path: string, text: string) => string | undefined;
  /** Is told the plan of each file; only a caller in the same process can give it. */
  readonly onPlan?: (plan: FilePlan) => void;
}

/**
 * The jscodeshift transform: every untracked promise of the file goes through `fireTask`, and the helper is written once.
 * It parses by itself, so `--parser` has no effect, and writes by exact text edits, so nothing else changes.
 *
 * @returns the new text; undefined when the file stays as it is
 * @throws {Error} with one sentence when the file does not parse; jscodeshift counts it as an error and names the file
 */
export default function transform(file: { readonly path: string; readonly source: string }, _api: unknown, options: TransformOptions): string | undefined {
  const path = resolve(file.path);
  const planned = options.planned?.(path, file.source);
  if (planned !== undefined) return planned;
  const source = parse(path, file.source);
  if (isParseFailure(source)) throw new Error(`It does not parse (line ${source.line}, column ${source.column}: ${source.message}) and was left as it was.`);
  const { reach, names, helper } = options;
  const { plan, home } = planSource(source, {
    ...(reach !== undefined && { reach }),
    ...(names !== undefined && { names }),
    ...(helper !== undefined && { helper: resolve(helper) }),
  });
  options.onPlan?.(plan);
  if (plan.edits.length === 0) return undefined;
  if (plan.rewrites.some(({ tracked }) => tracked)) {
    if (isTaken(home)) throw new Error(`${home.path} is another file, which exports no fireTask: rename it, or name another place with --helper.`);
    if (options.dry !== true && !home.exists) writeTracker(home, renderTracker(home.form));
  }
  return file.source.startsWith('\uFEFF') ? `\uFEFF${plan.output}` : plan.output;
}
