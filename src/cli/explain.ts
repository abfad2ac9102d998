import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Source } from '../syntax/source.ts';
import type { Analysis, AnalysisFlags } from './analysis.ts';
import type { ExitCode } from './exit.ts';
import type { Terminal } from './terminal.ts';
import type { Explanation } from '../findings/explain.ts';
import { storeCaches } from '../findings/cache.ts';
import { explainLine } from '../findings/explain.ts';
import { setUp } from '../findings/setup.ts';
import { statOf } from '../project/stat.ts';
import { analysisFor } from './analysis.ts';
import { whyPassedOver } from './discover.ts';
import { CannotRun, EXIT } from './exit.ts';
import { refuseUnreadablePackages } from './guards.ts';
import { renderExplanation } from './output/explanation.ts';
import { isFailure } from './read.ts';
import { shownPath } from './terminal.ts';

/**
 * `fire-task explain src/x.ts:42`, for each call on a line, or the one at `:42:7`: who runs it, with the evidence for
 * each step of the route, whether it launches, and who owns it.
 */
export async function explain(place: string, flags: AnalysisFlags, terminal: Terminal): Promise<ExitCode> {
  const [, file, line, column] = /^(.+?):(\d+)(?::(\d+))?$/.exec(place) ?? [];
  if (file === undefined || line === undefined)
    throw new CannotRun(`${place} names no line: write a file and a line, for example src/orders.ts:42.`);
  terminal.workspace.refresh();
  const path = fileAt(file, terminal);
  refuseUnreadablePackages([path], terminal);
  const { analysisOf, read, remarks } = await analysisFor([path], flags, terminal);
  for (const remark of remarks) terminal.warn(remark);
  const source = read(path);
  if (isFailure(source)) throw new CannotRun(`${shownPath(path, terminal)} cannot be explained. ${source.reason}`);
  const asked = { line: Number(line), column: column === undefined ? undefined : Number(column) };
  const explained = textsOf(source, asked, analysisOf, terminal);
  if (explained.length === 0)
    throw new CannotRun(
      column === undefined
        ? `No call begins on line ${line} of ${shownPath(path, terminal)}: name the line where the call begins.`
        : `No call of line ${line} is at column ${column} of ${shownPath(path, terminal)}: leave out the column ` +
            'to see all calls that begin on the line.',
    );
  storeCaches(terminal.workspace);
  const passedOver = whyPassedOver(path, terminal.workspace);
  terminal.print(
    [
      ...explained,
      ...(passedOver === undefined
        ? []
        : [`\`report\` reads ${shownPath(path, terminal)} only where it is named: ${passedOver}.`]),
    ].join('\n\n'),
  );
  return EXIT.done;
}

/** Resolves a file as `report` does, so that both commands see the same one. */
function fileAt(file: string, { cwd }: Terminal): string {
  const path = resolve(cwd, file);
  const stat = statOf(path);
  if (stat?.isDirectory() === true)
    throw new CannotRun(`${file} is a folder: name a file in it and a line, for example src/orders.ts:42.`);
  if (stat === undefined)
    throw new CannotRun(
      `The file ${file} does not exist in ${cwd}: name a file and a line, for example src/orders.ts:42.`,
    );
  return realpathSync(path);
}

/** The place the user asks about, 1-based; without a column, all calls of the line. */
interface Asked {
  readonly line: number;
  readonly column: number | undefined;
}

function textsOf(
  source: Source,
  { line, column }: Asked,
  analysisOf: Analysis['analysisOf'],
  terminal: Terminal,
): string[] {
  const { path } = source;
  const planOptions = analysisOf(path);
  if (planOptions === undefined)
    throw new CannotRun(
      `The ESLint configuration turns the rule off in ${shownPath(path, terminal)}: use ` +
        '--no-eslint-config to ignore that.',
    );
  const { options, evaluation } = setUp(terminal.workspace, planOptions.rule, planOptions.settings);
  const explanations = explainLine(source, line, options, evaluation);
  return (column === undefined ? explanations : picked(explanations, column, source, line)).map((explanation) =>
    renderExplanation(explanation, source, line, options, terminal),
  );
}

/** The call that begins at a column; otherwise the innermost call around it. */
function picked(
  explanations: readonly Explanation[],
  column: number,
  source: Source,
  line: number,
): readonly Explanation[] {
  const exact = explanations.filter((each) => each.column === column);
  if (exact.length > 0) return exact;
  const offset = offsetAt(source.text, line, column);
  const around = explanations.filter(({ range: [start, end] }) => start <= offset && offset < end);
  return around.sort((a, b) => a.range[1] - a.range[0] - (b.range[1] - b.range[0])).slice(0, 1);
}

function offsetAt(text: string, line: number, column: number): number {
  let start = 0;
  for (let at = 1; at < line; at += 1) {
    const end = text.indexOf('\n', start);
    if (end === -1) return text.length;
    start = end + 1;
  }
  return start + column - 1;
}
