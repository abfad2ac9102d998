import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { blocksOf } from '../support/blocks.ts';
import { CLEAN_ROUTE, ROUTE, writeOrders } from '../support/orders.ts';
import { runSteps, workflowOf } from '../support/workflow.ts';
import { tarball } from './support/pack.ts';
import { scratch } from './support/scratch.ts';

interface Log {
  readonly version: string;
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: {
          readonly name: string;
          readonly version: string;
          readonly rules: readonly { id: string; helpUri: string }[];
        };
      };
      readonly results: readonly Result[];
    },
  ];
}

interface Result {
  readonly ruleId: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: object };
  }[];
}

const page = blocksOf('ci.md');
const box = scratch('sarif');
/** The validator of those who wrote the format; it knows what GitHub asks for beyond the schema. */
const validator = scratch('sarif-multitool');
const { job, permissions } = workflowOf(page.file('.github/workflows/code-scanning.yml'));
/** Once the packages are there. */
const installed = { steps: job.steps.filter(({ run }) => run !== 'npm ci') };

beforeAll(async () => {
  writeOrders(box);
  box.must('npm', 'install', '--save-dev', 'eslint@10', await tarball());
  box.must('bash', '-e', '-c', page.script('install-sarif'));
  box.must('git', 'init', '--quiet');
  validator.write('package.json', '{ "private": true }');
  validator.must('npm', 'install', '@microsoft/sarif-multitool@5.7.0');
});

function log(): Log {
  return JSON.parse(box.read('eslint.sarif')) as Log;
}

/** The id and level of each thing that the validator says is wrong. */
function faults(): string[] {
  // Its launcher hands the arguments to a shell.
  validator.run('sarif-multitool', [
    'validate',
    join(box.folder, 'eslint.sarif'),
    '--rule-kind',
    '"Sarif;Ghas"',
    '--output',
    join(validator.folder, 'validated.sarif'),
    '--log',
    'ForceOverwrite',
  ]);
  const { runs } = JSON.parse(validator.read('validated.sarif')) as {
    runs: [{ results: { ruleId: string; level?: string }[] }];
  };
  return [...new Set(runs[0].results.map(({ ruleId, level }) => `${ruleId} ${level ?? 'warning'}`))].sort();
}

describe('the workflow code-scanning.yml', () => {
  it('writes the finding with its rule, its page and its place, and passes', () => {
    expect([...runSteps(job, box)].map(([name, { code }]) => [name, code])).toEqual([
      ['npm ci', 0],
      ['ESLint, as SARIF', 0],
    ]);
    const {
      version,
      runs: [{ tool, results }],
    } = log();
    expect(version).toBe('2.1.0');
    expect(tool.driver).toMatchObject({ name: 'ESLint', version: expect.stringMatching(/^10\./) as string });
    expect(tool.driver.rules).toMatchObject([
      {
        id: 'fire-task/no-untracked-promises',
        helpUri: expect.stringMatching(/^https:\/\/.+no-untracked-promises/) as string,
      },
    ]);
    expect(results).toMatchObject([
      {
        ruleId: 'fire-task/no-untracked-promises',
        level: 'error',
        message: { text: expect.stringContaining('`send(…)` is launched by `POST /orders`') as string },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: pathToFileURL(join(box.folder, 'src/orders.js')).href },
              region: { startLine: 5, startColumn: 3, endLine: 5, endColumn: 17 },
            },
          },
        ],
      },
    ]);
  });

  it("is valid SARIF 2.1.0; what the validator misses is the formatter's: the final schema's name, and help for each rule", () => {
    const errors = (): string[] => faults().filter((fault) => fault.endsWith(' error'));
    expect(errors()).toEqual(['GH1011 error', 'GH2012 error', 'SARIF1011 error']);
    const { runs, ...valid } = log();
    const { rules, ...driver } = runs[0].tool.driver;
    const mended = rules.map((rule) => ({ ...rule, fullDescription: { text: rule.id }, help: { text: rule.helpUri } }));
    box.write(
      'eslint.sarif',
      JSON.stringify({
        ...valid,
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        runs: [{ ...runs[0], tool: { driver: { ...driver, rules: mended } } }],
      }),
    );
    expect(errors()).toEqual([]);
    box.write('eslint.sarif', JSON.stringify({ ...valid, runs: [{ results: [{}] }] }));
    expect(errors(), 'it does see a broken file').toContain('JSON1002 error');
  });

  it('leaves out what the baseline suppresses, also when the baseline is to be pruned', () => {
    box.must('npx', 'eslint', '.', '--suppress-rule', 'fire-task/no-untracked-promises');
    box.write('src/refunds.js', ROUTE.replace('/orders', '/refunds'));
    expect(runSteps(installed, box).get('ESLint, as SARIF')?.code).toBe(0);
    expect(log().runs[0].results.map(({ message }) => /POST \/\w+/.exec(message.text)?.[0])).toEqual(['POST /refunds']);
    box.write('src/orders.js', CLEAN_ROUTE);
    expect(runSteps(installed, box).get('ESLint, as SARIF')?.code).toBe(0);
    box.write('src/orders.js', ROUTE);
  });

  it('would have it in the file without the variable', () => {
    const [step] = job.steps.slice(3);
    runSteps({ steps: [{ run: step?.run ?? '' }] }, box);
    expect(
      log()
        .runs[0].results.map(({ message }) => /POST \/\w+/.exec(message.text)?.[0])
        .sort(),
    ).toEqual(['POST /orders', 'POST /refunds']);
  });

  it('fails where ESLint cannot run', () => {
    const config = box.read('eslint.config.js');
    box.write('eslint.config.js', 'nonsense(');
    expect(runSteps(installed, box).get('ESLint, as SARIF')?.code).toBe(1);
    box.write('eslint.config.js', config);
  });

  it('may write to code scanning, and uploads the file that the step before it wrote', () => {
    expect(permissions).toEqual({ contents: 'read', 'security-events': 'write' });
    expect(job.steps.at(-1)).toEqual({
      uses: 'github/codeql-action/upload-sarif@v4',
      with: { sarif_file: 'eslint.sarif', category: 'eslint' },
    });
  });
});

it("the override keeps the formatter's own ESLint from being installed, and changes no result", () => {
  const own = join(box.folder, 'node_modules/@microsoft/eslint-formatter-sarif/node_modules/eslint');
  runSteps(installed, box);
  const before = log();
  expect(existsSync(own)).toBe(true);
  const manifest = JSON.parse(box.read('package.json')) as object;
  box.write('package.json', JSON.stringify({ ...manifest, ...(JSON.parse(page.file('package.json')) as object) }));
  box.must('rm', '-rf', 'node_modules', 'package-lock.json');
  box.must('npm', 'install');
  expect(existsSync(own)).toBe(false);
  expect(box.must('npx', 'eslint', '--version')).toMatch(/^v10\./);
  runSteps(installed, box);
  expect(log()).toEqual(before);
});
