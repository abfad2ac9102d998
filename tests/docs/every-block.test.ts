import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ESLint } from 'eslint';
import { globSync } from 'tinyglobby';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { Fence } from '../support/pages.ts';
import { FORM_NAMES } from '../../src/findings/forms.ts';
import { renderShutdown, renderTracker } from '../../src/helper/injection.ts';
import { commandsOf, faultOf } from '../support/commands.ts';
import { fencesOf, PAGES, ROOT } from '../support/pages.ts';
import { sandbox } from '../support/sandbox.ts';
import { reportsOn, typeErrorsOf } from '../support/snippets.ts';

/** Who answers for a block, and what it has to hold. */
interface Claim {
  readonly by: string;
  readonly check: () => unknown;
}

const fences = PAGES.flatMap(fencesOf);
const box = sandbox();
const tests = globSync(['tests/**/*.ts'], {
  cwd: ROOT,
  ignore: ['tests/**/cases/**', 'tests/projects/**', 'tests/docs/every-block.test.ts'],
}).map((path) => readFileSync(join(ROOT, path), 'utf8'));
const isCode = ({ language }: Fence): boolean => /^(?:[cm]?[jt]sx?)$/.test(language);
const ofFile = ({ text }: Fence): string | undefined =>
  /^\/\/ ((?:src|tests|rules|codemods)\/\S+\.[jt]s)\n/.exec(text)?.[1];
const isConfig = ({ text }: Fence): boolean => text.startsWith('// eslint.config.js\n');
const isPlain = (fence: Fence): boolean =>
  isCode(fence) && fence.words === '' && ofFile(fence) === undefined && !isConfig(fence);
const RULE_PAGE = /^docs\/rules\/(.+)\.md$/;

let typeErrors: ReadonlyMap<Fence, readonly string[]> = new Map();
beforeAll(() => {
  typeErrors = typeErrorsOf(fences.filter(isPlain));
});

/** The package that examples are linted in: it has the helper. */
function prepared(): string {
  box.write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
  box.write('src/lib/fire-task.ts', renderTracker('ts', 'node'));
  box.write('src/lib/drain-on-shutdown.ts', renderShutdown('ts', 'node', './fire-task.js'));
  return box.folder;
}

function claimOf(fence: Fence): Claim | undefined {
  const { language, words, text, page } = fence;
  const [, kind, name = ''] = /^(file|run|load)=(\S+)$/.exec(words) ?? [];
  if (kind !== undefined) {
    const quoted = `'${name}'`;
    const takers = new RegExp(
      `(?:blocksOf|guide)\\('(?:[\\w.-]+/)*${page.split('/').at(-1)?.replaceAll('.', '\\.') ?? ''}'\\)`,
    );
    return {
      by: `a test that takes it by its name ${name}`,
      check: () => {
        expect(
          tests.some((test) => takers.test(test) && test.includes(quoted)),
          `A test reads this page with blocksOf() or guide() and takes ${quoted}.`,
        ).toBe(true);
      },
    };
  }
  const [, verdict, strict, form] = /^(finding|ok)( strict)?(?: ([a-z]+))?$/.exec(words) ?? [];
  if (isCode(fence) && verdict !== undefined)
    return {
      by: `the rule, which is asked whether it is ${verdict}`,
      check: () => holds(fence, verdict, strict !== undefined, form),
    };
  if (isCode(fence) && /^(?:before|after)$/.test(words))
    return {
      by: 'tests/docs/migration.test.ts, which rewrites the one into the other',
      check: () => {
        expect(page).toMatch(/^docs\/guides\/from-/);
      },
    };
  const [, reason] = /^reason="(.{10,})"$/.exec(words) ?? [];
  if (language === 'text' && reason !== undefined)
    return {
      by: `its reason: ${reason}`,
      check: () => {
        expect(text.trim()).not.toBe('');
      },
    };
  if (words !== '') return undefined;
  const path = ofFile(fence);
  if (isCode(fence) && path !== undefined)
    return {
      by: `the file ${path}, which it shows`,
      check: () => {
        shows(path, text);
      },
    };
  if (isCode(fence) && isConfig(fence))
    return { by: 'ESLint, which loads it as its configuration', check: () => loadsAsConfig(text) };
  if (isCode(fence))
    return {
      by: 'our rules, which have nothing to say, and TypeScript',
      check: async () => {
        expect({
          reports: (await reportsOn(fence, prepared())).map(({ message }) => message),
          types: typeErrors.get(fence),
        }).toEqual({ reports: [], types: [] });
      },
    };
  if (language === 'json') return { by: 'JSON', check: () => JSON.parse(text) as unknown };
  if (language === 'yaml')
    return {
      by: 'YAML',
      check: () => {
        expect(parseYaml(text)).toBeTypeOf('object');
      },
    };
  if (language === 'sh') return { by: 'the programs that it calls, which know the flags', check: () => runs(text) };
  if (language === 'dockerfile')
    return {
      by: 'the syntax of a Dockerfile',
      check: () => {
        isDockerfile(text);
      },
    };
  return undefined;
}

async function holds(fence: Fence, verdict: string, strict: boolean, form: string | undefined): Promise<void> {
  const [, rule = 'no-untracked-promises'] = RULE_PAGE.exec(fence.page) ?? [];
  const reports = await reportsOn(fence, prepared(), { rule, strict });
  expect(reports.filter(({ ruleId }) => ruleId === null).map(({ message }) => message)).toEqual([]);
  expect(reports.map(({ ruleId }) => ruleId)).toEqual(verdict === 'finding' ? [`fire-task/${rule}`] : []);
  const named = form ?? FORM_NAMES.find((name) => name === fence.heading);
  if (verdict === 'finding' && named !== undefined) expect(reports.map(({ messageId }) => messageId)).toEqual([named]);
}

/** A stretch of a file of this repository, word for word. */
function shows(path: string, text: string): void {
  expect(existsSync(join(ROOT, path)), path).toBe(true);
  expect(readFileSync(join(ROOT, path), 'utf8')).toContain(text.slice(text.indexOf('\n') + 1).trim());
}

async function loadsAsConfig(text: string): Promise<void> {
  const folder = join(ROOT, '.cache/docs-configs', process.pid.toString());
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${Math.random().toString(36).slice(2)}.config.mjs`);
  writeFileSync(path, text);
  const { default: config } = (await import(pathToFileURL(path).href)) as { default: never };
  rmSync(folder, { recursive: true });
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: config });
  // Options are checked when the configuration is made for a file, settings when our rule reads them.
  const [result] = await eslint.lintText(
    "import express from 'express';\nasync function run() {}\nexpress().get('/', (req, res) => { run(); res.end(); });\n",
    { filePath: join(folder, 'app.js') },
  );
  expect(result?.messages.map(({ ruleId }) => ruleId)).toContain('fire-task/no-untracked-promises');
}

async function runs(text: string): Promise<void> {
  const commands = commandsOf(text);
  expect(commands.length).toBeGreaterThan(0);
  const faults = await Promise.all(commands.map(faultOf));
  expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
}

function isDockerfile(text: string): void {
  for (const line of text.trim().split('\n')) {
    const [, instruction = '', rest = ''] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
    expect(['FROM', 'WORKDIR', 'COPY', 'RUN', 'ENV', 'CMD', 'ENTRYPOINT', 'EXPOSE', 'STOPSIGNAL']).toContain(
      instruction,
    );
    if (rest.startsWith('[')) expect(JSON.parse(rest)).toEqual(expect.arrayContaining([expect.any(String)]));
  }
}

it('there are pages, and blocks in them', () => {
  expect(PAGES).toEqual(
    expect.arrayContaining([
      'README.md',
      'CONTRIBUTING.md',
      'docs/tracker.md',
      'docs/guides/ci.md',
      'examples/pipeline-express/README.md',
    ]),
  );
  expect(fences.length).toBeGreaterThan(80);
});

it('every block of every page has somebody who answers for it', () => {
  expect(
    fences
      .filter((fence) => claimOf(fence) === undefined)
      .map(({ page, line, language, words }) => `${page}:${line} \`\`\`${language} ${words}`),
  ).toEqual([]);
});

describe.each(PAGES.filter((page) => fences.some((fence) => fence.page === page)))('%s', (page) => {
  const claims = fences
    .filter((fence) => fence.page === page)
    .map((fence) => ({
      line: fence.line,
      ...(claimOf(fence) ?? {
        by: 'nobody',
        check: () => {
          throw new Error('Nobody answers for this block: see claimOf().');
        },
      }),
    }));

  it.each(claims)('line $line is held to $by', async ({ check }) => {
    await check();
  });
});
