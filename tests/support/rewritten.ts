import { join } from 'node:path';
import type { PlanOptions } from '../../src/rewriting/plan-source.ts';
import type { FilePlan } from '../../src/rewriting/rewrite.ts';
import { sourceFrom } from './findings.ts';
import { planSource } from './engine.ts';

/** A package that isn't on disk: it has no helper, and relative imports don't resolve. */
export const VIRTUAL = join('/virtual', 'src');

/** Plans one file, given as text, from detection to edits. */
export function planned(code: string, file = 'app.js', options: PlanOptions = {}): FilePlan {
  return planSource(sourceFrom(code, join(VIRTUAL, file)), {
    rule: { reach: 'file' },
    helper: join(VIRTUAL, 'lib', file.endsWith('ts') ? 'fire-task.ts' : 'fire-task.js'),
    ...options,
  }).plan;
}

export function rewritten(code: string, file?: string, options?: PlanOptions): string {
  return planned(code, file, options).output;
}
