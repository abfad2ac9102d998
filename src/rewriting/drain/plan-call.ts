import type { TrackerHome } from '../../helper/home.ts';
import type { Workspace } from '../../project/workspace.ts';
import type { Node, Source } from '../../syntax/source.ts';
import type { Edit } from '../edit.ts';
import type { DrainContext } from './context.ts';
import type { DrainPlace, LeftDrain } from './left.ts';
import { trackerReference } from '../../helper/reference.ts';
import { shutdownHome, shutdownText } from '../../helper/shutdown-file.ts';
import { mayBeExecutable } from '../../project/executables.ts';
import { filesMentioning } from '../../project/mentions.ts';
import { applyEdits } from '../edit.ts';
import { trackerImportOf } from '../import.ts';
import { whyWrittenElsewhere } from '../remedies/written-elsewhere.ts';
import { styleOf } from '../style.ts';
import { faultInWords } from '../verify-words.ts';
import { verifyOutput } from '../verify.ts';
import { placeOf } from './left.ts';

/** How a package is to wait for its tasks at shutdown. */
export type DrainPlan =
  /** It does so already, or has no shutdown. */
  { readonly kind: 'none' } | PlannedDrain | LeftDrain;

/** The edits of one file that make a package wait for its tasks. */
export interface PlannedDrain {
  readonly kind: 'planned';
  readonly place: DrainPlace;
  /** Which function of the helper is called there. */
  readonly calls: DrainName;
  /** The package's own functions for Ctrl+C, which don't wait for the tasks. */
  readonly interrupts?: readonly DrainPlace[];
  readonly edits: readonly Edit[];
  /** The new text of the file, without a byte order mark. */
  readonly output: string;
  /** The helper's file that is imported there, and its text if it must be written. */
  readonly imports: { readonly path: string; readonly specifier: string; readonly text?: string };
}

const EXIT_CODE = 'exitCode';

type DrainName = 'drainOnShutdown' | 'drainTasks';

/** Where the helper's drain is called, and the name under which the helper exports it. */
export interface DrainCall {
  readonly source: Source;
  readonly node: Node;
  readonly calls: DrainName;
  readonly home: TrackerHome;
  readonly workspace: Workspace;
  /** See `DrainContext`. */
  readonly signals?: readonly string[] | undefined;
}

/**
 * The verified plan for one call; undefined if the file is generated or copied, `editsWith` returns no edits, or a
 * check fails.
 */
export function planIn(
  { source, node, calls, home, workspace, signals }: DrainCall,
  editsWith: (context: DrainContext) => Edit[] | undefined,
): DrainPlan | undefined {
  if (whyWrittenElsewhere(source, workspace) !== undefined) return undefined;
  // Node runs such a program as it is, and it can't load TypeScript.
  if (home.form === 'ts' && mayBeExecutable(source.path)) return undefined;
  const style = styleOf(source);
  const from = calls === 'drainOnShutdown' ? shutdownHome(home, workspace) : home;
  const reference = trackerReference(from, source, workspace, calls);
  const { calleeAt, editsFor } = trackerImportOf(source, reference, style);
  const callee = calleeAt(node);
  const { root } = workspace.packages.of(source.path);
  const setsExitCode = source.text.includes(EXIT_CODE) || filesMentioning(workspace, root, EXIT_CODE).length > 0;
  const edits = editsWith({
    source,
    text: source.text,
    style,
    callee,
    setsExitCode,
    ...(signals !== undefined && { signals }),
  });
  if (edits === undefined) return undefined;
  const all = [...edits, ...editsFor([callee])];
  const output = applyEdits(source.text, all);
  const callees = edits.filter(({ text }) => text.includes(`${callee}(`)).map(() => callee);
  const fault = verifyOutput(source, output, all, callees) ?? faultInWords(source.path, source.text, output, all);
  if (fault !== undefined) return undefined;
  const imports = {
    path: from.path,
    specifier: reference.specifier,
    ...(from !== home && !from.exists && { text: shutdownText(from.path, home, source, workspace) }),
  };
  return { kind: 'planned', place: placeOf(node, source), calls, edits: all, output, imports };
}
