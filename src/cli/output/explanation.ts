import type { Explanation, NearestCaller, ShownStep } from '../../findings/explain.ts';
import type { Options } from '../../findings/options.ts';
import type { Source } from '../../syntax/source.ts';
import type { Colors, Terminal } from '../terminal.ts';
import { isLikely } from '../../handlers/handler.ts';
import { isOptedOut } from '../../rewriting/opt-out.ts';
import { shownPath } from '../terminal.ts';
import { EDGE_WORDS } from './words.ts';

/** What an explanation needs of the terminal. */
type Look = Pick<Terminal, 'cwd'> & { readonly colors: Pick<Colors, 'bold' | 'dim'> };

/** A line of an explanation: its label and its text. */
type Row = readonly [name: string, text: string];

/** The explanation of one call, one line per question. */
export function renderExplanation(
  explanation: Explanation,
  source: Source,
  line: number,
  options: Options,
  terminal: Look,
): string {
  const { callee, column, steps, nearest } = explanation;
  const { colors } = terminal;
  const rows: Row[] = [
    ['handler', handlerText(explanation.origin)],
    ...steps.map((step): Row => ['step', stepText(step, terminal)]),
    ...nearest.flatMap((caller) => nearestRows(caller, options, terminal)),
    ['launch', launchText(explanation)],
    outcomeRow(explanation, source),
  ];
  return [
    `${shownPath(source.path, terminal)}:${line.toString()}:${column.toString()}  ${colors.bold(callee)}`,
    ...rows.map(([name, text]) => `  ${colors.dim(name.padEnd(8))} ${text}`),
  ].join('\n');
}

/** As in a report, a finding that a comment marks as intended is not reported. */
function outcomeRow({ finding, silent }: Explanation, source: Source): Row {
  if (finding === undefined) return ['silent', silent];
  if (isOptedOut(finding, source)) return ['silent', `${finding.form}, but a comment marks it as intended`];
  return ['finding', `${finding.form}: it has no owner`];
}

/** For a callback's promise, the evidence is that of the callback. */
function launchText({ launch, finding, callee }: Explanation): string {
  if (finding !== undefined && finding.evidence !== launch?.evidence && launch?.verdict !== 'lazy')
    return `yes${finding.callee === callee ? '' : `, \`${finding.callee}\``}: ${finding.evidence.why}`;
  if (launch === undefined) return 'unknown';
  const verdict = { no: 'no', lazy: 'lazy, sent when awaited', promise: 'yes' }[launch.verdict];
  return `${verdict}: ${launch.evidence.why}`;
}

function handlerText(origin: Explanation['origin']): string {
  if (origin === undefined) return 'no handler reaches it';
  const { handler, chain, others } = origin;
  const through = chain.length === 0 ? '' : ` through ${chain.join(' → ')}`;
  const more = others === 0 ? '' : `, and ${others.toString()} more`;
  const known =
    handler.framework === ''
      ? 'reach all'
      : `${handler.framework}, known by ${handler.by}, ${isLikely(handler.by) ? 'likely' : 'sure'}`;
  return `${handler.route}${through}${more} (${known})`;
}

/** `notifyWarehouse (src/warehouse.ts:5), called by the import './warehouse': sure` */
function stepText({ label, path, line, by, evidence, through }: ShownStep, terminal: Pick<Terminal, 'cwd'>): string {
  const imported = through === undefined ? '' : ` by the import '${through}'`;
  return `${label} (${placeText(path, line, terminal)}), ${EDGE_WORDS[by]}${imported}: ${evidence}`;
}

function placeText(path: string, line: number | undefined, terminal: Pick<Terminal, 'cwd'>): string {
  return `${shownPath(path, terminal)}${line === undefined ? '' : `:${line.toString()}`}`;
}

/** The nearest code known to run a silent call, and what is missing between it and a handler. */
function nearestRows(caller: NearestCaller, options: Options, terminal: Pick<Terminal, 'cwd'>): Row[] {
  const { label, path, line, steps } = caller;
  const place = placeText(path, line, terminal);
  const from = label === undefined ? `the top-level code of ${place}` : `${label} (${place})`;
  return [
    ['nearest', [from, ...steps.map((step) => stepText(step, terminal))].join(' → ')],
    ...missingTexts(caller, options, terminal).map((text): Row => ['missing', text]),
  ];
}

function missingTexts(caller: NearestCaller, { kinds, strict }: Options, terminal: Pick<Terminal, 'cwd'>): string[] {
  const { label, handler, isServing, gaps, steps } = caller;
  if (label === undefined) return ['it runs once when the file is loaded, not for a request'];
  if (handler !== undefined) {
    const what = `${label} is the handler ${handler.route} (${handler.framework}, known by ${handler.by})`;
    if (!isServing) return [`${what}, but no server runs code of that folder`];
    if (!kinds.includes(handler.kind)) return [`${what}: \`kinds\` leaves out handlers of the kind ${handler.kind}`];
    if (handler.kind === 'lifecycle' && steps.length > 0 && !strict)
      return [`${what}: what it calls runs while the server starts or stops, and is reported only with \`strict\``];
    return [`${what}, in a package that is not known to use this one`];
  }
  if (gaps.length === 0) return [`no known code calls ${label} or registers it as a handler`];
  return gaps.map(({ kind, callee, path, line }) => {
    const place = placeText(path, line, terminal);
    return kind === 'given'
      ? `${callee}(…) at ${place} is given ${label}, and nothing shows that a handler is registered there, or ` +
          'that it is run'
      : `${callee}(…) at ${place} may call ${label}: what the object is cannot be seen`;
  });
}
