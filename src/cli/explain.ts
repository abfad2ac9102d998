import { resolve } from 'node:path';
import type { Explanation } from '../findings/explain.ts';
import type { AnalysisFlags } from './analysis.ts';
import type { ExitCode } from './exit.ts';
import type { Terminal } from './terminal.ts';
import { explainLine } from '../findings/explain.ts';
import { setUp } from '../findings/setup.ts';
import { analysisFor } from './analysis.ts';
import { CannotRun, EXIT } from './exit.ts';
import { isFailure } from './read.ts';
import { shownPath } from './terminal.ts';

/**
 * `fire-task explain src/x.ts:42`: for each call on a line, who runs it, whether it launches and how that is known, and
 * who owns it.
 */
export async function explain(place: string, flags: AnalysisFlags, terminal: Terminal): Promise<ExitCode> {
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(place) ?? [];
  if (file === undefined || line === undefined)
    throw new CannotRun(`${place} names no line: write a file and a line, for example src/orders.ts:42.`);
  terminal.workspace.refresh();
  const path = resolve(terminal.cwd, file);
  const { analysisOf, read } = await analysisFor([path], flags, terminal);
  const source = read(path);
  if (isFailure(source)) throw new CannotRun(`${shownPath(path, terminal)} cannot be explained. ${source.reason}`);
  const planOptions = analysisOf(path);
  if (planOptions === undefined)
    throw new CannotRun(
      `The ESLint configuration has the rule off in ${shownPath(path, terminal)}: leave it aside with --no-eslint-config.`,
    );
  const { options, evaluation } = setUp(terminal.workspace, planOptions.rule, planOptions.settings);
  const explanations = explainLine(source, Number(line), options, evaluation);
  if (explanations.length === 0)
    throw new CannotRun(
      `No call begins on line ${line} of ${shownPath(path, terminal)}: name the line where the call begins.`,
    );
  terminal.print(
    explanations
      .map((explanation) => textOf(explanation, `${shownPath(path, terminal)}:${line}`, terminal))
      .join('\n\n'),
  );
  return EXIT.done;
}

function textOf(
  { callee, column, origin, launch, finding, silent }: Explanation,
  place: string,
  { colors }: Terminal,
): string {
  const rows = [
    ['handler', origin === undefined ? 'none reaches it' : handlerText(origin)],
    [
      'launch',
      launch === undefined
        ? 'unknown'
        : `${launch.verdict === 'no' ? 'no' : launch.verdict === 'lazy' ? 'lazy, sent when awaited' : 'yes'}: ${launch.evidence.why}`,
    ],
    finding === undefined ? ['silent', silent] : ['finding', `${finding.form}: nobody owns it`],
  ];
  return [
    `${place}:${column.toString()}  ${colors.bold(callee)}`,
    ...rows.map(([name = '', text = '']) => `  ${colors.dim(name.padEnd(8))} ${text}`),
  ].join('\n');
}

function handlerText({ handler, chain, others }: NonNullable<Explanation['origin']>): string {
  const through = chain.length === 0 ? '' : ` through ${chain.join(' → ')}`;
  const more = others === 0 ? '' : `, and ${others.toString()} more`;
  return `${handler.route}${through}${more} (${handler.framework === '' ? 'reach all' : `${handler.framework}, known by ${handler.by}`})`;
}
