import { createRequire } from 'node:module';
import * as typescriptParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import plugin from '../../dist/index.js';
import { isFailure, sourceReader } from '../../dist/src/cli/read.js';
import { inspect } from '../../dist/src/findings/find-untracked.js';
import { setUp } from '../../dist/src/findings/setup.js';
import { createWorkspace } from '../../dist/src/project/workspace.js';
import { planSource } from '../../dist/src/rewriting/plan-source.js';
import { isParseFailure, parse } from '../../dist/src/syntax/parse.js';

const workspace = createWorkspace();
const readSource = sourceReader(workspace);

const babel = createRequire(createRequire(import.meta.url).resolve('jscodeshift'))('./src/getParser.js');

/** So many quick fixes of a file are applied. */
const FIXES = 20;
const EVERYTHING = { reach: 'all', strict: true, tests: true };
const RULES = Object.keys(plugin.rules);

/**
 * Puts one file through the rules and the codemod.
 *
 * @param {string} path
 * @param {string} root - the folder of the package or repository
 */
export function checkFile(path, root) {
  const troubles = [];
  const attempt = (kind, work) => {
    try {
      return work();
    } catch (error) {
      troubles.push({
        kind,
        detail: String(error?.stack ?? error)
          .split('\n')
          .slice(0, 6)
          .join(' | '),
      });
      return undefined;
    }
  };
  const source = attempt('reading threw', () => readSource(path));
  if (source === undefined) return { troubles };
  if (isFailure(source)) return { failure: source.reason, troubles };
  const linted = lint(source, root, attempt, troubles);
  const core = attempt('analysis threw', () => inspect(source, ...setUpOf({ tests: true })).findings.length);
  const migrated = attempt('codemod threw', () => migrate(source, troubles));
  if (
    linted.everywhere !== undefined &&
    migrated !== undefined &&
    linted.everywhere !== migrated.rewritten + migrated.left.length
  ) {
    troubles.push({
      kind: 'rule and codemod differ',
      detail: `${linted.everywhere} reported, ${migrated.rewritten + migrated.left.length} rewritten or left`,
    });
  }
  return { ...linted, core, ...migrated, troubles };
}

function setUpOf(rule) {
  const { options, evaluation } = setUp(workspace, rule, undefined);
  return [options, evaluation];
}

/** All rules through ESLint, with their defaults and in every function; then their quick fixes. */
function lint({ path, text }, root, attempt, troubles) {
  const messages = attempt('rule threw', () => messagesOf(path, text, root));
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

function messagesOf(path, text, root) {
  const linter = new Linter({ cwd: root });
  const isTypeScript = /\.[cm]?tsx?$/.test(path);
  const kinds = isTypeScript ? ['module'] : path.endsWith('.cjs') ? ['commonjs'] : ['module', 'commonjs'];
  let messages = [];
  for (const sourceType of kinds) {
    messages = linter.verify(
      text,
      // Tests of tools have folders of that name among their files.
      [
        { ignores: ['!**/node_modules/'] },
        {
          files: ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'],
          languageOptions: {
            ...(isTypeScript && { parser: typescriptParser }),
            sourceType,
            parserOptions: { ecmaFeatures: { jsx: !/\.[cm]?ts$/.test(path) } },
          },
          linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
          plugins: { 'fire-task': plugin, everywhere: plugin },
          rules: {
            ...Object.fromEntries(RULES.map((name) => [`fire-task/${name}`, 2])),
            'fire-task/no-untracked-promises': [2, { tests: true }],
            'everywhere/no-untracked-promises': [2, EVERYTHING],
          },
        },
      ],
      { filename: path },
    );
    if (!messages.some(({ fatal }) => fatal)) break;
  }
  return messages;
}

/** The codemod, in every function, so that much is rewritten; then once more on what it made. */
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
    // Two changes at one place are made one after the other, and that is said.
    if (again.edits.length > 0 && !left.includes('overlap'))
      troubles.push({
        kind: 'second run changes it',
        detail: again.rewrites.map(({ finding }) => finding.callee).join(', '),
      });
  }
  if (readsInBabel(source.path, source.text) && !readsInBabel(source.path, plan.output))
    troubles.push({ kind: "output does not parse with jscodeshift's parser", detail: '' });
  return { rewritten: plan.rewrites.length, left };
}

/**
 * Puts the old text's stretches between the edits against the new text, whatever the order of insertions at one place.
 */
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

function readsInBabel(path, text) {
  try {
    babel(/\.[cm]?ts$/.test(path) ? 'ts' : path.endsWith('.tsx') ? 'tsx' : 'babel').parse(text);
    return true;
  } catch {
    return false;
  }
}
