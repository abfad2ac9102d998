import type { Account, AccountedDrain, AccountedSite, Concern } from './account.ts';
import type { RouteSites } from './routes.ts';
import { FORMS } from '../../findings/forms.ts';
import { counted } from '../terminal.ts';
import { ADVICE_WORDS, concernsIn, OUTCOME_WORDS } from './account.ts';
import { codeLines } from './code-lines.ts';
import { proseParts } from './prose.ts';
import { byRoute } from './routes.ts';
import { HANDLER_WORDS, STEP_WORDS } from './words.ts';

/**
 * The account in GitHub's Markdown, for a pull request or the summary of a CI job. Everything from the user's code is
 * escaped.
 */
export function renderMarkdown(account: Account): string {
  const { command, headline, figures, remarks, sureness, warnings, sites } = account;
  return [
    `# ${prose(headline)}`,
    code(command),
    [
      '| Outcome | Count |',
      '| --- | ---: |',
      ...figures.map(({ outcome, count }) => `| ${OUTCOME_WORDS[outcome]} | ${count} |`),
    ].join('\n'),
    [...remarks, ...sureness, ...warnings].map((remark) => `- ${prose(remark)}`).join('\n'),
    ...personPart(account),
    ...drainPart(account),
    ...(sites.length === 0 ? [] : ['## Findings by route', ...byRoute(sites).flatMap(routePart)]),
    ...unknownPart(account),
  ].join('\n\n');
}

/** Task lists, which can be ticked in a pull request. */
function personPart({ sites, failures, openShutdowns, steps }: Account): string[] {
  const { left, notes } = concernsIn(sites);
  const groups: [string, string[]][] = [
    ['Failed files', failures.map(({ place, reason }) => `- [ ] ${code(place)}, left as it was. ${prose(reason)}`)],
    ['Left as they are', left.map(concernItem)],
    [
      'Nothing waits for the tasks at shutdown yet',
      openShutdowns.map(({ places, reason }) => `- [ ] ${places.map(code).join(', ')}: ${prose(reason)}`),
    ],
    ['Worth knowing', notes.map(concernItem)],
    ['Next', steps.map((step) => `- [ ] ${prose(step)}`)],
  ];
  const shown = groups.filter(([, items]) => items.length > 0);
  return shown.length === 0
    ? []
    : ['## Needs manual work', ...shown.flatMap(([name, items]) => [`### ${name}`, items.join('\n')])];
}

function concernItem({ advice, sites }: Concern): string {
  return [`- ${prose(advice)}`, ...sites.map(({ callee, place }) => `  - [ ] ${code(callee)} at ${code(place)}`)].join(
    '\n',
  );
}

function routePart({ route, kind, framework, members }: RouteSites<AccountedSite>): string[] {
  const known = [...new Set(members.map(({ by }) => HANDLER_WORDS[by]))].join(', or ');
  const facts = [framework, `${kind} handler, known by ${known}`, counted(members.length, 'finding')].filter(
    (fact) => fact !== '',
  );
  return [`### ${code(route)}`, facts.map(escaped).join(' · '), ...members.flatMap(sitePart)];
}

function sitePart(site: AccountedSite): string[] {
  const { callee, place, form, chain, others, reached, evidence, outcome, done, advice } = site;
  const through = chain.length === 0 ? 'in the handler itself' : chain.map(code).join(' → ');
  const rows = [
    ['Launched', `${prose(FORMS[form].words)} (${code(form)})`],
    ['Reached', `${through}${others === 0 ? '' : `, and from ${counted(others, 'other route')}`} (${reached})`],
    ['Evidence', `known from ${prose(STEP_WORDS[evidence.step])}: ${prose(evidence.why)}`],
    ...(done === '' ? [] : [['Change', prose(done)]]),
    ...(advice === '' ? [] : [[ADVICE_WORDS[outcome], prose(advice)]]),
  ];
  return [
    `#### ${OUTCOME_WORDS[outcome]}: ${code(callee)} at ${code(place)}`,
    rows.map(([name = '', text = '']) => `- **${name}:** ${text}`).join('\n'),
    codePart(site),
  ];
}

function drainPart({ drains }: Account): string[] {
  return drains.length === 0
    ? []
    : ['## Shutdown', ...drains.flatMap((drain) => [`${code(drain.place)}: ${prose(drain.done)}`, codePart(drain)])];
}

function codePart(site: AccountedSite | AccountedDrain): string {
  const isDiff = site.excerpt.after !== undefined;
  const lines = codeLines(site).map((line) => {
    if ('left' in line) return isDiff ? `@@ ${counted(line.left, 'line')} @@` : `… ${counted(line.left, 'line')}`;
    const text = line.parts.map((part) => part.text).join('');
    return isDiff ? `${line.mark}${text}` : text;
  });
  return fenced(lines, isDiff ? 'diff' : (/\.[cm]?([jt]sx?)$/.exec(site.path)?.[1] ?? ''));
}

function unknownPart({ unknown }: Account): string[] {
  return unknown.length === 0
    ? []
    : ['## Not known', unknown.map(({ place, callee }) => `- ${code(place)} ${code(callee)}`).join('\n')];
}

/** Our own sentence, with code in backticks. */
function prose(sentence: string): string {
  return proseParts(sentence)
    .map(({ text, isCode }) => (isCode ? code(text) : escaped(text)))
    .join('');
}

/** Escapes characters with a meaning in Markdown or HTML. An unescaped `@name` would notify that person on GitHub. */
function escaped(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&')
    .replaceAll('@', '@<!-- -->');
}

/** A code span for any text, even with backticks. */
function code(text: string): string {
  const shown = oneLine(text);
  const ticks = '`'.repeat(longestTicks(shown) + 1);
  const space = shown === '' || /^`|`$|^ .* $/.test(shown) ? ' ' : '';
  return `${ticks}${space}${shown}${space}${ticks}`;
}

function fenced(lines: readonly string[], language: string): string {
  const ticks = '`'.repeat(Math.max(3, longestTicks(lines.join('\n')) + 1));
  return [`${ticks}${language}`, ...lines, ticks].join('\n');
}

function longestTicks(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
}

/** Paths and routes may contain a line break, which would end the construct around them. */
function oneLine(text: string): string {
  const lines = text.split(/[\r\n\u2028\u2029]+/);
  return lines
    .map((line, index) => (index === 0 ? line : line.trimStart()))
    .map((line, index) => (index === lines.length - 1 ? line : line.trimEnd()))
    .join(' ');
}
