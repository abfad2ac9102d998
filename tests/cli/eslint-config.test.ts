import { existsSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { discoverFiles } from '../../src/cli/discover.ts';
import { sourceReader } from '../../src/cli/read.ts';
import { createInquiries } from '../../src/cli/inquiries.ts';
import { survey } from '../../src/cli/survey.ts';
import { surveyInTeam } from '../../src/cli/team.ts';
import { generated } from '../support/generated-server.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const { run, write, read } = box;
const ROOT = join(import.meta.dirname, '..', '..');
const PLUGIN = pathToFileURL(join(ROOT, 'dist/index.js')).href;

const HANDLER =
  "import { audit } from './audit.js';\nexport const create = (req, res) => {\n  audit(req.body);\n  void audit(1);\n  res.end();\n};\n";

/** A package with ESLint installed. `config` is the rest of its configuration, such as `rules`. */
function configured(config: string): void {
  write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
  write('src/audit.js', 'export async function audit(x) { await x; }\n');
  write('src/create.js', HANDLER);
  if (!existsSync(join(box.folder, 'node_modules')))
    symlinkSync(join(ROOT, 'node_modules'), join(box.folder, 'node_modules'), 'junction');
  write('eslint.config.js', `import fireTask from '${PLUGIN}';\nexport default [${config}];\n`);
}

const rule = (options: object, more = ''): string =>
  `{ plugins: { 'fire-task': fireTask }, rules: { 'fire-task/no-untracked-promises': ['error', ${JSON.stringify(options)}] }${more} }`;

describe('what the ESLint configuration says of the rule', () => {
  it('holds for report, migrate and --check', async () => {
    configured(rule({ forms: { voided: false } }));
    expect((await run(['report', 'src'])).out).toContain('1 untracked promise in 1 route');
    expect((await run(['migrate', 'src'])).code).toBe(0);
    expect(read('src/create.js')).toContain("fireTask(audit(req.body), 'audit');\n  void audit(1);");
    expect((await run(['migrate', '--check', 'src'])).code).toBe(0);
    expect((await run(['migrate', '--check', '--no-eslint-config', 'src'])).code).toBe(1);
  });

  it('yields to the command line', async () => {
    configured(rule({ reach: 'all' }));
    write('src/create.js', `${HANDLER}export function aside() {\n  audit(2);\n}\n`);
    expect((await run(['report', 'src'])).out).toContain('3 untracked promises');
    expect((await run(['report', 'src', '--reach', 'handler'])).out).toContain('2 untracked promises');
  });

  it('holds for each file: where the rule is off, nothing is reported or written', async () => {
    configured(
      `${rule({})}, { files: ['src/legacy/**'], rules: { 'fire-task/no-untracked-promises': 'off' } }, { ignores: ['src/generated/**'] }`,
    );
    for (const path of ['src/legacy/old.js', 'src/generated/api.js'])
      write(path, HANDLER.replace('./audit', '../audit'));
    const { out } = await run(['migrate', 'src']);
    expect(out).toContain('2 findings rewritten in 1 file.\n4 files: 1 changed, 3 clean');
    expect((await run(['explain', 'src/legacy/old.js:3'])).err).toBe(
      'fire-task: The ESLint configuration turns the rule off in src/legacy/old.js: use --no-eslint-config to ignore that.',
    );
  });

  it.each([
    ['a folder of its own', false],
    ['a repository', true],
  ])('holds for a file that is asked for alone, in %s', async (_, isRepository) => {
    configured(`{ files: ['src/**'], ...${rule({})} }, { ignores: ['src/generated/**'] }`);
    for (const path of ['src/generated/api.js', 'tools/serve.js'])
      write(path, HANDLER.replace('./audit', '../src/audit'));
    write('.gitignore', 'node_modules');
    if (isRepository) box.commitAll();
    for (const path of ['src/generated/api.js', 'tools/serve.js'])
      expect(await run(['migrate', '--check', path]), path).toMatchObject({ code: 0, err: '' });
    expect((await run(['migrate', '--check', 'src/create.js'])).code).toBe(1);
  });

  it('holds for TypeScript that ESLint does not read, as for JavaScript of its name', async () => {
    configured(
      `${rule({ forms: { voided: false } })}, { files: ['src/legacy/**'], rules: { 'fire-task/no-untracked-promises': 'off' } }, { ignores: ['src/generated/**'] }`,
    );
    for (const path of ['src/server.ts', 'src/legacy/old.ts', 'src/generated/api.ts'])
      write(path, HANDLER.replace('./audit', path === 'src/server.ts' ? './audit' : '../audit'));
    for (const path of ['src/legacy/old.ts', 'src/generated/api.ts'])
      expect(await run(['migrate', '--check', path]), path).toMatchObject({ code: 0, err: '' });
    expect((await run(['report', 'src/server.ts'])).out).toContain('1 untracked promise in 1 route');
    const { out } = await run(['report', 'src']);
    expect(out).toContain('2 untracked promises');
    expect(out).toContain(
      '\nESLint reads none of your 3 TypeScript files, because no part of eslint.config applies to them',
    );
    expect((await run(['report', 'src/create.js'])).out).not.toContain('ESLint reads none');
  });

  it('leaves TypeScript out that ESLint does not read where it reads other TypeScript', async () => {
    configured(`{ files: ['src/**/*.ts'], ...${rule({})} }, ${rule({})}`);
    for (const path of ['src/server.ts', 'tools/serve.ts'])
      write(path, HANDLER.replace('./audit', path === 'src/server.ts' ? './audit' : '../src/audit'));
    expect((await run(['migrate', '--check', 'src/server.ts'])).code).toBe(1);
    expect(await run(['migrate', '--check', 'tools'])).toMatchObject({ code: 0, err: '' });
  });

  it('holds for a package that the configuration of the workspace leaves out, also in its own folder', async () => {
    configured(`{ files: ['packages/api/**'], ...${rule({})} }`);
    write('.gitignore', 'node_modules');
    for (const name of ['api', 'web']) {
      write(`packages/${name}/package.json`, '{ "type": "module", "dependencies": { "express": "5" } }');
      write(`packages/${name}/create.js`, HANDLER.replace('./audit', '../../src/audit'));
    }
    box.commitAll();
    expect((await run(['migrate', '--check'], { cwd: 'packages/web' })).code).toBe(0);
    expect((await run(['migrate', '--check'], { cwd: 'packages/api' })).code).toBe(1);
  });

  it('includes settings, sinks and a tracker of their own, which is imported and not written', async () => {
    configured(
      rule(
        { tracker: { name: 'track', module: './src/tasks.js' } },
        `, settings: { 'fire-task': { launchers: ['acme-mail#send()'], frameworks: [{ name: 'acme', registrations: [{ calls: ['acme#route()'], handlers: [0], label: 'acme' }] }] } }`,
      ),
    );
    write('src/tasks.js', 'export function track(work, name) { work.then(() => name); }\n');
    write(
      'src/acme.js',
      "import { route } from 'acme';\nimport { send } from 'acme-mail';\nroute((order) => {\n  send(order);\n});\n",
    );
    const { code, out } = await run(['migrate', 'src']);
    expect(code).toBe(0);
    expect(read('src/acme.js')).toBe(
      "import { route } from 'acme';\nimport { send } from 'acme-mail';\nimport { track } from './tasks.js';\nroute((order) => {\n  track(send(order), 'send');\n});\n",
    );
    expect(out).not.toContain('helper');
    expect((await run(['migrate', '--check', 'src'])).code).toBe(0);
  });

  it('is what ESLint itself finds', async () => {
    configured(rule({ forms: { voided: false } }));
    const { ESLint } = await import('eslint');
    const results = await new ESLint({ cwd: box.folder }).lintFiles(['src']);
    const { out } = await run(['report', 'src', '--json']);
    expect(results.flatMap(({ messages }) => messages).length).toBe((JSON.parse(out) as { findings: number }).findings);
  });

  it.each([
    [
      'cannot be loaded',
      'nonsense(',
      /^fire-task: The ESLint configuration .+eslint\.config\.js cannot be loaded: .+\. Fix it, or ignore it with --no-eslint-config\.$/,
    ],
    [
      'has a wrong option',
      rule({ reach: 'galaxy' }),
      /^fire-task: The ESLint configuration .+ cannot be loaded: .+"galaxy" should be equal to one of .+ Fix it, or ignore it with --no-eslint-config\.$/,
    ],
    [
      'has a wrong setting',
      rule({}, ", settings: { 'fire-task': { frameworks: 3 } }"),
      /^fire-task: The ESLint configuration is wrong: .*frameworks.+ Fix it, or ignore it with --no-eslint-config\.$/,
    ],
  ])('stops the command with one sentence when it %s', async (_, config, sentence) => {
    configured(config);
    const { code, err } = await run(['report', 'src']);
    expect(code).toBe(2);
    expect(err).toMatch(sentence);
    expect((await run(['report', 'src', '--no-eslint-config'])).code).toBe(1);
  });

  it.each([
    ['does not name the rule', 'export default [];\n'],
    ['is not there', undefined],
  ])('is the default when it %s', async (_, text) => {
    configured('');
    if (text !== undefined) write('eslint.config.js', text);
    expect((await run(['report', 'src'])).out).toContain('2 untracked promises');
  });
});

describe('a report says where nothing was looked at', () => {
  const OFF = "{ rules: { 'fire-task/no-untracked-promises': 'off' }, plugins: { 'fire-task': fireTask } }";

  it('as the rule is off, or ESLint ignores the files', async () => {
    configured(OFF);
    for (const command of ['report', 'migrate --check']) {
      const { code, out } = await run([...command.split(' '), 'src']);
      expect(code).toBe(0);
      expect(out.split('\n\nNext:')[0]).toBe(
        '0 untracked promises; 0 files read.\nNo file was checked: the ESLint configuration turns the rule off in all 2 files, or ESLint ignores them. Use --no-eslint-config to check anyway.',
      );
    }
    configured(`${rule({})}, { ignores: ['src/create.js'] }`);
    const { out } = await run(['report', 'src']);
    expect(out).toContain('1 file read.\n');
    expect(out).toContain(
      'Skipped 1 file: the ESLint configuration turns the rule off in that file, or ESLint ignores it.',
    );
    expect((await run(['report', 'src/create.js', '--json'])).out).toContain(
      'No file was checked: the ESLint configuration turns the rule off in that file',
    );
    expect((await run(['report', '--no-eslint-config', 'src'])).out).not.toMatch(/No file was checked|Skipped/);
  });

  it('and where a configuration for the rule is not followed, as ESLint is not installed', async () => {
    configured(rule({ forms: { voided: false } }));
    rmSync(join(box.folder, 'node_modules'));
    const remark = "eslint.config.js is not used because ESLint is not installed here: the rule's defaults apply.";
    expect((await run(['report', 'src'])).out).toContain(`\n${remark}`);
    expect((await run(['migrate', '--dry-run', 'src'])).err).toBe(remark);
    expect((await run(['report', '--no-eslint-config', 'src'])).out).not.toContain(remark);
    write('eslint.config.js', 'export default [];\n');
    expect((await run(['report', 'src'])).out).not.toContain('is not used because');
  });
});

describe('--typed', () => {
  const TYPED =
    "import type { Request, Response } from 'express';\nimport { make } from './make.js';\nconst work = make<Promise<void>>();\nexport const create = (req: Request, res: Response): void => {\n  work();\n  res.end();\n};\n";

  function typed(): void {
    write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    write(
      'tsconfig.json',
      '{ "compilerOptions": { "strict": true, "module": "nodenext", "target": "es2022", "skipLibCheck": true }, "include": ["src"] }',
    );
    write('src/make.ts', 'export declare function make<T>(): () => T;\n');
    write('src/create.ts', TYPED);
  }

  it("asks the project's own TypeScript", async () => {
    typed();
    symlinkSync(join(ROOT, 'node_modules'), join(box.folder, 'node_modules'), 'junction');
    expect((await run(['report', 'src'])).out).toContain('0 untracked promises');
    expect((await run(['report', '--typed', 'src'])).out).toContain('1 untracked promise in 1 route');
    expect((await run(['migrate', '--typed', 'src'])).code).toBe(0);
    expect(read('src/create.ts')).toContain("fireTask(work(), 'work');");
  });

  it('says what it needs where there is no such parser', async () => {
    typed();
    const { code, err } = await run(['report', '--typed', 'src']);
    expect(code).toBe(2);
    expect(err).toMatch(
      /^fire-task: --typed needs @typescript-eslint\/parser and a TypeScript that it runs on \(below 6\.1\) in the project, and .+ has no such parser: install both, or leave --typed out\.$/,
    );
  });

  it('says so, too, where the parser does not load', async () => {
    typed();
    write(
      'node_modules/@typescript-eslint/parser/package.json',
      '{ "name": "@typescript-eslint/parser", "main": "index.js" }',
    );
    write(
      'node_modules/@typescript-eslint/parser/index.js',
      "throw new TypeError('ts.createProgram is not a function');\n",
    );
    expect((await run(['report', '--typed', 'src'])).err).toMatch(
      /and the parser does not load: ts\.createProgram is not a function\. Install such a TypeScript, or leave --typed out\.$/,
    );
  });
});

describe('--jobs', () => {
  it('gives the same as one process', async () => {
    const text = (name: string): string =>
      `import express from 'express';\nasync function audit(x) { await x; }\nexpress().post('/${name}', (req, res) => {\n  audit(req.body);\n  res.end();\n});\n`;
    for (const pkg of ['a', 'b', 'c']) {
      write(`packages/${pkg}/package.json`, '{ "type": "module", "dependencies": { "express": "5" } }');
      for (const file of ['one', 'two', 'three']) write(`packages/${pkg}/src/${file}.js`, text(file));
    }
    write('packages/b/src/broken.js', 'export const = 1;\n');
    const [one, three] = [
      await run(['migrate', '--dry-run', '--jobs', '1']),
      await run(['migrate', '--dry-run', '--jobs', '3']),
    ];
    expect(three).toEqual(one);
    expect(one.out).toContain('9 findings would be rewritten in 9 files.');
    await run(['migrate', '--jobs', '2']);
    expect((await run(['migrate', '--check', 'packages/a', 'packages/c'])).code).toBe(0);
  });

  it('shares one package among threads, and finds the same', async () => {
    for (const [path, text] of generated(60, 3).files) write(path, text);
    const found = async (...args: string[]): Promise<unknown> => ({
      ...(await run(['report', '--json', '--unknown', ...args])),
    });
    const one = await found('--jobs', '1');
    expect(JSON.stringify(one)).toContain('"form');
    // Otherwise, nothing shows that a thread can't do its work: the command then does without it.
    const files = discoverFiles(['src'], box.terminal);
    const plan = { rule: { tests: true } };
    const analysis = { analysisOf: () => plan, read: sourceReader(box.terminal.workspace) };
    const { sites } = await surveyInTeam(files, box.terminal.workspace, { rule: { tests: true } }, 3, {
      wantsUnknown: true,
      judgesEarly: false,
    });
    expect(sites).toEqual(
      survey(files, analysis, true, createInquiries(box.terminal.workspace, false, analysis.analysisOf)).sites,
    );
    for (const jobs of ['2', '3', '7']) expect(await found('--jobs', jobs), jobs).toEqual(one);
    expect(await found('--jobs', '3', '--reach', 'file')).toEqual(await found('--jobs', '1', '--reach', 'file'));
    expect(await found('--jobs', '3', '--reach', 'all')).toEqual(await found('--jobs', '1', '--reach', 'all'));
    const [address] = [...generated(60, 3).files.keys()].filter((path) => path.endsWith('.routes.ts'));
    expect(await found('--jobs', '2', address ?? '', 'src/server.ts')).toEqual(
      await found('--jobs', '1', address ?? '', 'src/server.ts'),
    );
  }, 120_000);

  it('is a whole number', async () => {
    expect((await run(['migrate', '--jobs', 'many'])).err).toContain(
      "option '--jobs <count>' argument 'many' is invalid. Write a whole number from 1 on.",
    );
  });
});
