// A process of the survey: receives paths, and responds to each with the results for the file.
import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import plugin from '../../dist/index.js';
import { isFailure, sourceReader } from '../../dist/src/cli/read.js';
import { createWorkspace } from '../../dist/src/project/workspace.js';
import { planSource } from '../../dist/src/rewriting/plan-source.js';
import { tokensOf } from '../../dist/src/rewriting/second-parser.js';
import { isParseFailure, parse } from '../../dist/src/syntax/parse.js';

const workspace = createWorkspace();
const readSource = sourceReader(workspace);

/** The maximum number of quick fixes applied per file. */
const FIXES = 20;
const EVERYTHING = { reach: 'all', strict: true, tests: true };
const RULES = {
  files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'],
  linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
  plugins: { 'fire-task': plugin, everywhere: plugin },
  rules: {
    ...Object.fromEntries(Object.keys(plugin.rules).map((name) => [`fire-task/${name}`, 2])),
    'fire-task/no-untracked-promises': [2, { tests: true }],
    'everywhere/no-untracked-promises': [2, EVERYTHING],
  },
};

/** The folder of the package or repository. */
const [root] = process.argv.slice(2);

process.on('message', (path) => {
  const started = Date.now();
  const result = checkFile(path);
  process.send({ path, ...result, milliseconds: Date.now() - started });
});

/** Runs the rules and the codemod on one file. */
function checkFile(path) {
  const troubles = [];
  const attempt = (kind, work) => {
    try {
      return work();
    } catch (error) {
      const lines = String(error?.stack ?? error).split('\n');
      troubles.push({ kind, detail: lines.slice(0, 6).join(' | ') });
      return undefined;
    }
  };
  const source = attempt('reading threw', () => readSource(path));
  if (source === undefined) return { troubles };
  if (isFailure(source)) return { failure: source.reason, troubles };
  const linted = lint(source, attempt, troubles);
  const migrated = attempt('codemod threw', () => migrate(source, troubles));
  const planned = migrated && migrated.rewritten + migrated.left.length;
  if (linted.everywhere !== undefined && planned !== undefined && linted.everywhere !== planned) {
    const detail = `${linted.everywhere} reported, ${planned} rewritten or left`;
    troubles.push({ kind: 'rule and codemod differ', detail });
  }
  return { ...linted, ...migrated, troubles };
}

/** Runs all rules in ESLint, with their defaults and in every function, and then their quick fixes. */
function lint({ path, text }, attempt, troubles) {
  const messages = attempt('rule threw', () => messagesOf(path, text));
  if (messages === undefined) return {};
  const [fatal] = messages.filter((message) => message.fatal);
  if (fatal !== undefined) return { unlinted: fatal.message };
  const own = messages.filter(({ ruleId }) => ruleId !== null);
  for (const { message } of messages.filter((said) => said.ruleId === null && !said.message.includes('noInlineConfig')))
    troubles.push({ kind: 'not linted', detail: message });
  const fixes = own.flatMap(({ suggestions = [] }) => suggestions).slice(0, FIXES);
  for (const { fix, desc } of fixes) {
    const fixed = parse(path, text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]));
    if (isParseFailure(fixed))
      troubles.push({ kind: 'quick fix does not parse', detail: `${desc} at ${fix.range[0]}: ${fixed.message}` });
  }
  return {
    reported: own.filter(({ ruleId }) => ruleId.startsWith('fire-task/')).length,
    everywhere: own.filter(({ ruleId }) => ruleId.startsWith('everywhere/')).length,
    fixes: fixes.length,
  };
}

function messagesOf(path, text) {
  const linter = new Linter({ cwd: root });
  const isTypeScript = /\.[cm]?tsx?$/.test(path);
  const kinds = isTypeScript ? ['module'] : path.endsWith('.cjs') ? ['commonjs'] : ['module', 'commonjs'];
  const parserOptions = { ecmaFeatures: { jsx: !/\.[cm]?ts$/.test(path) } };
  let messages = [];
  for (const sourceType of kinds) {
    const languageOptions = { ...(isTypeScript && { parser: typescriptParser }), sourceType, parserOptions };
    // Tests of tools contain folders named `node_modules`.
    const config = [{ ignores: ['!**/node_modules/'] }, { ...RULES, languageOptions }];
    messages = linter.verify(text, config, { filename: path });
    if (!messages.some(({ fatal }) => fatal)) break;
  }
  return messages;
}

/** Runs the codemod in every function, so that it rewrites much, and then again on its own output. */
function migrate(source, troubles) {
  const { plan } = planSource(source, workspace, { rule: EVERYTHING });
  const left = plan.skips.map(({ code }) => code);
  const doubtful = plan.skips.find(({ code }) => code === 'not-verified');
  if (doubtful !== undefined) troubles.push({ kind: 'given up', detail: doubtful.reason });
  if (plan.edits.length === 0) {
    if (plan.output !== source.text) troubles.push({ kind: 'changed without an edit', detail: '' });
    return { rewritten: 0, left };
  }
  const stray = strayChange(source.text, plan.output, plan.edits);
  if (stray !== undefined) troubles.push({ kind: 'bytes outside the edits', detail: stray });
  const after = parse(source.path, plan.output);
  if (isParseFailure(after))
    troubles.push({ kind: 'output does not parse', detail: `${after.line}: ${after.message}` });
  else {
    const again = planSource(after, workspace, { rule: EVERYTHING }).plan;
    const callees = again.rewrites.map(({ finding }) => finding.callee);
    // Of two changes at one place, the second needs another run; its skip says so.
    if (again.edits.length > 0 && !left.includes('overlap'))
      troubles.push({ kind: 'second run changes it', detail: callees.join(', ') });
  }
  const isRead = (text) => tokensOf(text, source.path) !== undefined;
  if (isRead(source.text) && !isRead(plan.output))
    troubles.push({ kind: "output does not parse with jscodeshift's parser", detail: '' });
  return { rewritten: plan.rewrites.length, left };
}

/** A place where text between two edits was not kept, whatever the order of insertions at the same offset. */
function strayChange(before, after, edits) {
  const inOrder = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let at = 0;
  let place = 0;
  for (const { start, end, text } of [...inOrder, { start: before.length, end: before.length, text: '' }]) {
    const kept = before.slice(at, start);
    if (after.slice(place, place + kept.length) !== kept) return `between ${at} and ${start}`;
    place += kept.length + text.length;
    at = Math.max(at, end);
  }
  return place === after.length ? undefined : 'at the end';
}
