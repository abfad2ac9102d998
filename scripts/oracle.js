// npm run oracle: replays the test suites of other tools and compares what is reported. Needs the network and git, or
// --mirror with clones.
// Exit code 0 when each difference has a reason, 1 when one has none, 2 with one sentence on stderr when a suite could
// not be replayed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadEngine } from './engine.js';
import { biomeCases } from './oracle/biome.js';
import { differences } from './oracle/compare.js';
import { PINS } from './oracle/pins.js';
import { reasonFor } from './oracle/reasons.js';
import { tablesOf } from './oracle/report.js';
import { ruffCases } from './oracle/ruff.js';
import { ruleTesterCases } from './oracle/rule-tester.js';
import { inFunctions, typedSource } from './oracle/sources.js';
import { take } from './oracle/take.js';

const USAGE = `Usage: npm run oracle -- [--mirror <place>] [--suite <text>] [--verbose] [--write]

  --mirror   where the repositories are, with {owner} and {name}: an address or a folder (default https://github.com/{owner}/{name})
  --suite    only suites with this in their name
  --verbose  print each difference with its code
  --write    put the tables into docs/comparison.md`;

/** The suite's names for promises that somebody else started stand for calls that start them. */
function mapped({ cases, skipped }, map) {
  return { cases: cases.map((example) => ({ ...example, code: map(example.code) })), skipped };
}

/**
 * Of what is called misuse there, functions given to the language's own callers are findings here; conditions, spreads
 * and typed callbacks are left out.
 */
function onlyCallbacks({ cases, skipped }) {
  const about = ({ code, messages = [] }) =>
    /\.forEach\(|setTimeout\(|setInterval\(|\.(?:on|once|addListener)\(/.test(code) &&
    messages.every((message) => message === 'voidReturnArgument');
  const kept = cases.filter(about);
  return { cases: kept, skipped: skipped + cases.length - kept.length };
}

/** What stands for the calls that playwright's rule knows to be asynchronous. */
const PLAYWRIGHT = {
  launchers: [
    'global#expect().**()',
    '@playwright/test#expect().**()',
    'global#expect.*().**()',
    'global#test.step()',
    'global#page.waitForConsoleMessage|waitForDownload|waitForEvent|waitForFileChooser|waitForFunction|waitForLoadState|waitForPopup|waitForRequest|waitForResponse|waitForURL|waitForWebSocket|waitForNavigation|waitForSelector|waitForTimeout()',
  ],
};

try {
  const { values } = parseArgs({
    options: {
      mirror: { type: 'string', default: 'https://github.com/{owner}/{name}' },
      suite: { type: 'string', default: '' },
      verbose: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const results = [];
  for (const pin of PINS.filter(({ name }) => name.includes(values.suite))) results.push(await replay(pin, values));
  tablesOf(results, values.write);
  process.exitCode = results.some(({ rows }) => rows.some(({ reason }) => reason === undefined)) ? 1 : 0;
} catch (error) {
  console.error(`oracle: ${error.message}\n${error.code?.startsWith('ERR_PARSE_ARGS') ? USAGE : (error.stack ?? '')}`);
  process.exitCode = 2;
}

/** One suite, without types and with them. */
async function replay(pin, { mirror, verbose }) {
  const engine = await loadEngine();
  const folder = take(pin, mirror);
  const { cases, skipped } = casesOf(pin, folder, engine);
  const scratch = mkdtempSync(join(tmpdir(), 'fire-task-oracle-'));
  const rows = [];
  let unread = 0;
  let lines = 0;
  for (const example of cases) {
    const path = example.file ?? join(scratch, `${example.name.replaceAll(/\W+/g, '-')}.${example.ext}`);
    const parsed = engine.parse(path, example.code);
    if ('message' in parsed) {
      unread += 1;
      continue;
    }
    lines += example.lines?.length ?? 1;
    const code = inFunctions(parsed);
    const untyped = lookAt(engine.parse(path, code), pin, engine);
    const typed = lookAt(typedSource(path, code, engine), pin, engine);
    for (const [types, found, other] of [
      ['without types', untyped, typed],
      ['with types', typed, untyped],
    ]) {
      for (const difference of differences(example, found)) {
        const reason = reasonFor({ suite: pin.name, example, types, found, other, ...difference });
        rows.push({ types, example, reason, ...difference });
        if (verbose || reason === undefined) tell(pin, example, types, difference, reason);
      }
    }
  }
  rmSync(scratch, { recursive: true });
  return { pin, cases: cases.length, skipped, unread, lines, rows };
}

function casesOf(pin, folder, engine) {
  const [path] = pin.paths;
  if (pin.name.startsWith('Biome')) return { cases: biomeCases(folder, path), skipped: 0 };
  if (pin.name.startsWith('Ruff')) return { cases: ruffCases(folder, pin.paths), skipped: 0 };
  if (pin.name.startsWith('jest'))
    return mapped(ruleTesterCases(folder, path, engine), (code) =>
      /(?:let|const|var) somePromise\b/.test(code)
        ? code
        : code.replaceAll(/\bsomePromise(?=\s*(?:\.|\[|\?\.))/g, 'somePromise()'),
    );
  if (pin.name.includes('misused')) return onlyCallbacks(ruleTesterCases(folder, path, engine));
  if (!pin.name.startsWith('playwright')) return ruleTesterCases(folder, path, engine);
  // The suite's own helper puts each case into a test; the page is taken for a global, so that its methods can be
  // named.
  return ruleTesterCases(folder, path, { ...engine, wrap: (code) => `test("test", async () => { ${code} })` });
}

function lookAt(source, { name }, { findUntracked, completeOptions, evaluationFor, workspace, positionAt }) {
  const findings = findUntracked(
    source,
    completeOptions({ reach: 'all', tests: true, strict: true }),
    evaluationFor(workspace, name.startsWith('playwright') ? PLAYWRIGHT : undefined),
  );
  return findings.map((finding) => ({
    form: finding.form,
    callee: finding.callee,
    evidence: finding.evidence,
    line: positionAt(source, finding.node.range[0]).line,
    text: source.text.slice(...finding.node.range),
  }));
}

function tell({ name }, { name: title, code, lines, options }, types, { kind, line, finding }, reason) {
  console.error(
    `\n${name}, ${title}, ${types}: ${kind} on line ${line ?? '?'}${finding === undefined ? '' : ` (${finding.form}: ${finding.evidence.why})`}; expected ${JSON.stringify(lines)} ${options.replaceAll(/\s+/g, ' ')}\n  ${reason?.id ?? 'NO REASON'}\n@@ ${line === undefined ? '' : code.split('\n')[line - 1]}\n${code
      .split('\n')
      .map((text, index) => `${String(index + 1).padStart(4)} ${text}`)
      .join('\n')}`,
  );
}
