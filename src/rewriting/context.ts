import type { Finding } from '../findings/finding.ts';
import type { Node, Source } from '../syntax/source.ts';
import type { Evaluation } from '../values/evaluation.ts';
import type { Edit } from './edit.ts';
import type { TrackerImport } from './import.ts';
import type { RewriteOptions } from './options.ts';
import type { Style } from './style.ts';
import { trackerImportOf } from './import.ts';
import { quoted, styleOf } from './style.ts';
import { nameTask } from './task-name.ts';

/** The file being rewritten and its style; passed to every remedy. */
export interface RewriteContext {
  readonly source: Source;
  readonly evaluation: Evaluation;
  readonly text: string;
  readonly style: Style;
  /** How to call the tracker at `node`: `fireTask`, `tasks.fireTask`, or another local name if that one is taken. */
  readonly calleeAt: (node: Node) => string;
  /** The edits that let the file call the tracker by these names. */
  readonly importFor: TrackerImport['editsFor'];
  /** Whether the tracker hands its work to the platform of that flavour. */
  readonly handsOver: RewriteOptions['tracker']['handsOver'];
  /** Whether guards get an `await`, as the user has requested. */
  readonly awaitGuards: boolean;
  /** The source text of the task's name. */
  readonly taskName: (finding: Finding) => string;
}

/** A remedy's result: edits, innermost first, or why it doesn't apply. */
export type Outcome =
  | {
      readonly edits: readonly Edit[];
      /** The name by which the new text calls the tracker, if it does. */
      readonly callee?: string;
      /** How many tasks it makes; one if left out. */
      readonly tasks?: number;
      readonly note?: string;
    }
  | { readonly code: string; readonly reason: string };

export type Remedy = (finding: Finding, context: RewriteContext) => Outcome;

export function contextOf(source: Source, options: RewriteOptions): RewriteContext {
  const style = styleOf(source);
  const { calleeAt, editsFor } = trackerImportOf(source, options.tracker, style);
  return {
    source,
    evaluation: options.evaluation,
    text: source.text,
    style,
    calleeAt,
    importFor: editsFor,
    handsOver: options.tracker.handsOver,
    awaitGuards: options.awaitGuards === true,
    taskName: (finding) => {
      const { text, template } = nameTask(finding, source, options.names);
      return template ? text : quoted(text, style);
    },
  };
}
