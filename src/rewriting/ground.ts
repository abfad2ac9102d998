import type { Finding } from '../findings/finding.ts';
import type { Source } from '../syntax/source.ts';
import type { Edit } from './edit.ts';
import type { TrackerImport } from './import.ts';
import type { RewriteOptions } from './options.ts';
import type { Style } from './style.ts';
import { trackerImportOf } from './import.ts';
import { quoted, styleOf } from './style.ts';
import { nameTask } from './task-name.ts';

/** The file being rewritten and how its text is to look; handed to every remedy. */
export interface Ground {
  readonly source: Source;
  readonly text: string;
  readonly style: Style;
  /** How the file imports the tracker, or will. */
  readonly tracker: TrackerImport;
  /** The source text of the task's name. */
  readonly taskName: (finding: Finding) => string;
}

/** What a remedy answers: edits, or why it does not apply. */
export type Outcome =
  | { readonly edits: readonly Edit[]; readonly tracked?: true; readonly note?: string }
  | { readonly code: string; readonly reason: string };

export type Remedy = (finding: Finding, ground: Ground) => Outcome;

export function groundOf(source: Source, options: RewriteOptions): Ground {
  const style = styleOf(source);
  return {
    source,
    text: source.text,
    style,
    tracker: trackerImportOf(source, options.tracker, style),
    taskName: (finding) => {
      const { text, template } = nameTask(finding, source, options.names);
      return template ? text : quoted(text, style);
    },
  };
}
