import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import { applyMigration } from '../../src/cli/apply.ts';
import { discoverFiles } from '../../src/cli/discover.ts';
import plugin from '../../src/index.ts';
import { planMigration } from '../../src/cli/plan-migration.ts';
import { renderTracker } from '../../src/helper/injection.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const { run, project, write, read, exists, texts } = box;

/** The shop's findings are all rewritten; this one can't be. */
const SYNCHRONOUS =
  "import express from 'express';\nasync function load() { return 1; }\nexpress().get('/n', (req, res) => {\n  res.json(load());\n});\n";

const WORKER =
  "async function track(x) { await x; }\nexport default {\n  async fetch(request) {\n    track(request.url);\n    return new Response('');\n  },\n};\n";

describe('migrate, where a task cannot outlive the answer', () => {
  it('rewrites nothing, and says what to do', async () => {
    write('package.json', '{ "type": "module", "devDependencies": { "wrangler": "4" } }');
    write('src/index.js', WORKER);
    const { code, out } = await run(['migrate', '--flavour', 'node', 'src']);
    expect(code).toBe(1);
    expect(out).toContain('0 findings rewritten in 0 files.');
    expect(out).toContain(
      'src/index.js:4:5  track: The platform cancels all work that outlives the response, including tasks: await it, enqueue it, or hand it to `waitUntil`',
    );
    expect(read('src/index.js')).toBe(WORKER);
    expect(exists('src/lib/fire-task.js')).toBe(false);
  });

  it('rewrites it with the helper of that platform, which hands each task over', async () => {
    write('package.json', '{ "type": "module", "devDependencies": { "wrangler": "4" } }');
    write('src/index.js', WORKER);
    expect((await run(['migrate', 'src'])).code).toBe(0);
    expect(read('src/index.js')).toContain("    fireTask(track(request.url), 'track');");
    expect(read('src/lib/fire-task.js')).toMatch(/^\/\/ fire-task \S+ cloudflare [^]*import\('cloudflare:workers'\)/);
    expect((await run(['migrate', '--check', 'src'])).code).toBe(0);
  });

  it('rewrites what runs on Lambda when the handler waits for its tasks', async () => {
    const handler =
      'async function track(x) { await x; }\nexport const handler = async (event) => {\n  track(event.id);\n  return { statusCode: 202 };\n};\n';
    write('package.json', '{ "type": "module", "devDependencies": { "@types/aws-lambda": "8" } }');
    write('src/index.js', handler);
    expect((await run(['migrate', 'src'])).out).toContain('wrap the handler in `withTasks(…)`');
    write(
      'src/index.js',
      `import { withTasks } from './lib/fire-task.js';\n${handler.replace('async (event) => {', 'withTasks(async (event) => {').replace(/};\n$/, '});\n')}`,
    );
    await run(['migrate', 'src', '--force']);
    expect(read('src/index.js')).toContain("import { withTasks, fireTask } from './lib/fire-task.js';");
    expect(read('src/index.js')).toContain('fireTask(track(event.id), `track:${event.id}`);');
    expect(read('src/lib/fire-task.js')).toContain('export function withTasks(');
  });

  it('leaves a handler on Lambda that does not wait, though another one does', async () => {
    const handler = (body: string): string =>
      `const { work } = require('./work');\nconst { withTasks } = require('./lib/fire-task');\n${body}\n`;
    write('package.json', '{ "devDependencies": { "serverless": "4" } }');
    write('work.js', 'exports.work = async (x) => { await x; };\n');
    write('lib/fire-task.js', renderTracker('cjs', 'lambda'));
    write('lib/shared.js', handler('exports.wrapped = (run) => withTasks(run);'));
    write('plain.js', handler('// Not yet withTasks(handler).\nexports.handler = async (event) => { work(1); };'));
    write('waits.js', handler('exports.handler = withTasks(async (event) => { work(2); });'));
    write(
      'shared.js',
      "const { work } = require('./work');\nconst { wrapped } = require('./lib/shared');\nconst run = async (event) => { work(3); };\nexports.handler = wrapped(run);\n",
    );
    const { code, out } = await run(['migrate', '.']);
    expect(code).toBe(1);
    expect(out).toContain('plain.js:4:38  work');
    expect(read('plain.js')).not.toContain('fireTask(');
    for (const name of ['waits.js', 'shared.js']) expect(read(name)).toContain('fireTask(work(');
  });

  describe('on Lambda, in a function that handlers share', () => {
    const sharing = (files: Readonly<Record<string, string>>): void => {
      write('package.json', '{ "devDependencies": { "serverless": "4" } }');
      write('lib/fire-task.js', renderTracker('cjs', 'lambda'));
      write('note.js', 'const audit = async (x) => { await x; };\nexports.note = (x) => { audit(x); };\n');
      for (const [name, body] of Object.entries(files))
        write(
          name,
          `const { note } = require('./note');\nconst { withTasks } = require('./lib/fire-task');\n${body}\n`,
        );
    };
    const WAITS = 'exports.handler = withTasks(async (event) => { note(1); });';
    const PLAIN = 'exports.handler = async (event) => { note(2); };';

    it.each<[situation: string, files: Readonly<Record<string, string>>, isTask: boolean]>([
      [
        'that does not wait, though a handler elsewhere does',
        { 'a.js': PLAIN, 'b.js': WAITS.replace('note', 'log') },
        false,
      ],
      ['of which one does not wait', { 'a.js': WAITS, 'b.js': PLAIN }, false],
      [
        'of which one in the same file does not wait',
        { 'a.js': `${WAITS}\n${PLAIN.replace('handler', 'lambdaHandler')}` },
        false,
      ],
      [
        'that all wait',
        { 'a.js': WAITS, 'b.js': `const run = async (event) => { note(2); };\nexports.handler = withTasks(run);` },
        true,
      ],
      [
        'that wait by a wrapper',
        {
          'a.js':
            "const { waiting } = require('./wrap');\nconst run = async (event) => { note(1); };\nexports.handler = waiting(run);",
          'wrap.js': 'exports.waiting = (run) => withTasks(async (event, context) => run(event, context));',
        },
        true,
      ],
      [
        'that wait by a variable',
        {
          'a.js':
            "const middy = require('@middy/core');\nconst run = async (event) => { note(1); };\nconst wrapped = middy(run);\nexports.handler = withTasks(wrapped);",
        },
        true,
      ],
      [
        'that wait by a chain',
        {
          'a.js':
            "const middy = require('@middy/core');\nconst run = async (event) => { note(1); };\nconst chained = middy(run).use(1);\nexports.handler = withTasks(chained.use(2));",
        },
        true,
      ],
      ['with reach all, one of which does not wait', { 'a.js': WAITS, 'b.js': PLAIN }, false],
    ])('%s', async (situation, files, isTask) => {
      sharing(files);
      const { out } = await run([
        'migrate',
        '.',
        ...(situation.startsWith('with reach all') ? ['--reach', 'all'] : []),
      ]);
      expect(read('note.js').includes('fireTask(')).toBe(isTask);
      expect(out.includes('have each handler that runs it wait for its tasks')).toBe(!isTask);
    });
  });

  it('rewrites it where the package has each task handed to the platform', async () => {
    write('package.json', '{ "type": "module", "devDependencies": { "wrangler": "4" } }');
    write('src/index.js', WORKER);
    write(
      'src/tasks.js',
      "import { waitUntil } from 'cloudflare:workers';\nimport { configureTasks } from './lib/fire-task.js';\nconfigureTasks({ waitUntil });\n",
    );
    expect((await run(['migrate', '--flavour', 'node', 'src'])).code).toBe(0);
    expect(read('src/index.js')).toContain("    fireTask(track(request.url), 'track');");
  });

  it('the rule offers no task there, either', async () => {
    write('package.json', '{ "type": "module", "devDependencies": { "wrangler": "4" } }');
    write('src/index.js', WORKER);
    write('src/lib/fire-task.js', renderTracker('esm', 'node'));
    const eslint = new ESLint({
      cwd: box.folder,
      overrideConfigFile: true,
      overrideConfig: [plugin.configs.recommended],
    });
    const [result] = await eslint.lintFiles(['src/index.js']);
    expect(
      result?.messages.map(({ message, suggestions }) => [
        message.includes('the platform cancels it'),
        suggestions?.map(({ desc }) => desc),
      ]),
    ).toEqual([[true, ['Await it.']]]);
  });
});

describe('migrate', () => {
  it('writes files and helper, says what is next, and has nothing to do the second time', async () => {
    project('shop-ts');
    const first = await run(['migrate', 'src']);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.out).toBe(`4 findings rewritten in 4 files.
9 files: 4 changed, 5 clean, 0 for manual work, 0 failed.
Added the helper src/lib/fire-task.ts.

Nothing waits for the tasks at shutdown yet:
  .  No place was found where a server starts: call \`drainOnShutdown(server)\` where the server starts, or \`drainOnShutdown()\` where a program without a server starts; \`npx fire-task init --drain\` writes it next to the helper.

Next:
  - have the server wait for its tasks at shutdown (above)
  - format, lint, type-check and test
  - look at the diff, and commit`);
    expect(read('src/orders/cancel.ts')).toContain('fireTask(refund(req.params.id), `refund:${req.params.id}`);');
    const after = texts();
    const again = await run(['migrate', 'src']);
    expect(again).toMatchObject({
      code: 0,
      out: '0 findings rewritten in 0 files.\n10 files: 0 changed, 10 clean, 0 for manual work, 0 failed.',
    });
    expect(texts()).toEqual(after);
    expect((await run(['migrate', '--check', 'src'])).code).toBe(0);
  });

  it('writes CommonJS into a CommonJS package', async () => {
    project('shop-cjs');
    expect((await run(['migrate'])).code).toBe(0);
    expect(read('lib/controller.js')).toContain("const { fireTask } = require('./fire-task');");
    expect(read('lib/fire-task.js')).toContain('module.exports = {');
  });

  it('does not ask for a drain that is there', async () => {
    project('shop-ts');
    write(
      'src/main.ts',
      "import { drainOnShutdown } from './lib/fire-task.js';\nimport { app } from './app.js';\ndrainOnShutdown(app.listen(0));\n",
    );
    expect((await run(['migrate', 'src'])).out).toMatch(
      /\n\nNext:\n {2}- format, lint, type-check and test\n {2}- look at the diff, and commit$/,
    );
  });

  it('lists what needs a person with its reason, and exits 1', async () => {
    project('shop-ts');
    write('src/number.ts', SYNCHRONOUS);
    const { code, out } = await run(['migrate', 'src']);
    expect(code).toBe(1);
    expect(out).toContain('10 files: 4 changed, 5 clean, 1 for manual work, 0 failed.');
    expect(out).toMatch(/Needs manual work:\n {2}src\/number\.ts:4:12 {2}load: [A-Z].+\.\n/);
    expect(read('src/number.ts')).toBe(SYNCHRONOUS);
  });

  it('leaves what an eslint-disable comment says is meant, and --check agrees', async () => {
    project('shop-ts');
    write(
      'src/orders/cancel.ts',
      read('src/orders/cancel.ts').replace(
        '  void',
        '  // eslint-disable-next-line fire-task/no-untracked-promises -- the refund service retries\n  void',
      ),
    );
    const { code, out } = await run(['migrate', 'src']);
    expect(code).toBe(0);
    expect(out).toContain('1 finding skipped because of an eslint-disable comment.');
    expect(read('src/orders/cancel.ts')).toContain('  void refund');
    expect((await run(['migrate', '--check', 'src'])).code).toBe(0);
  });

  it('tells a program where it wrote what, and accounts for every file', async () => {
    project('shop-ts');
    write('src/number.ts', SYNCHRONOUS);
    write('src/broken.ts', 'export const = 1;\n');
    const { code, out, err } = await run(['migrate', 'src', '--json']);
    expect(code).toBe(1);
    expect(err).toBe('');
    const printed = JSON.parse(out) as {
      files: number;
      outcomes: Record<string, number>;
      written: object[];
      rewritten: object[];
    };
    expect(printed).toMatchObject({
      version: 1,
      dryRun: false,
      files: 11,
      outcomes: { changed: 4, clean: 5, needsPerson: 1, failed: 1 },
      needsPerson: [{ file: 'src/number.ts', line: 4, column: 12, form: 'answered', callee: 'load', route: 'GET /n' }],
      failed: [{ file: 'src/broken.ts', line: 1, column: 14 }],
    });
    expect(Object.values(printed.outcomes).reduce((sum, count) => sum + count)).toBe(printed.files);
    expect(printed.written).toContainEqual({ file: 'src/lib/fire-task.ts', created: true });
    expect(printed.rewritten).toContainEqual({
      file: 'src/orders/cancel.ts',
      line: 5,
      column: 3,
      form: 'voided',
      callee: 'refund',
      route: 'DELETE /orders/:id',
      remedy: 'fire-task',
      task: 'refund:${req.params.id}',
    });
  });
});

describe('migrate --dry-run', () => {
  it('touches nothing, and shows a diff that git applies to what migrate writes', async () => {
    project('shop-ts');
    write('src/orders/cancel.ts', read('src/orders/cancel.ts').replaceAll('\n', '\r\n'));
    write('src/app.ts', `\uFEFF${read('src/app.ts')}`);
    box.commitAll();
    const before = texts();
    const { code, out } = await run(['migrate', '--dry-run', 'src']);
    expect(code).toBe(0);
    expect(out).toContain('--- /dev/null\n+++ b/src/lib/fire-task.ts');
    // The changes to the code come first, because the helper has some hundred lines.
    expect(out.lastIndexOf('\n--- a/')).toBeLessThan(out.indexOf('--- /dev/null'));
    expect(texts()).toEqual(before);

    await run(['migrate', 'src']);
    const migrated = texts();
    expect(migrated).not.toEqual(before);
    box.git('reset', '--quiet', '--hard');
    box.git('clean', '--quiet', '-fd');
    expect(texts()).toEqual(before);
    write('shown.diff', `${out.slice(0, out.indexOf('\n4 findings would be rewritten'))}\n`);
    box.git('apply', '--whitespace=nowarn', 'shown.diff');
    expect(texts()).toEqual({ ...migrated, 'shown.diff': read('shown.diff') });
  });

  it('colours the diff on a terminal', async () => {
    project('shop-ts');
    const { out } = await run(['migrate', '--dry-run', 'src/orders/cancel.ts'], { colors: true });
    expect(out).toContain(
      '\u001B[31m-  void refund(req.params.id);\u001B[39m\n\u001B[32m+  fireTask(refund(req.params.id), `refund:${req.params.id}`);\u001B[39m',
    );
  });

  it('refuses a helper outside of the project, as the run does', async () => {
    project('shop-ts');
    const dry = await run(['migrate', '--dry-run', '--helper', '../../x.ts', 'src']);
    expect(dry).toMatchObject({ code: 2, out: '' });
    expect(dry.err).toContain('outside of the project');
    expect(await run(['migrate', '--helper', '../../x.ts', 'src'])).toEqual(dry);
  });

  it('counts files once, and says of those changed where something is left', async () => {
    write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    write(
      'a.js',
      "import express from 'express';\nasync function load() { return 1; }\nexpress().get('/n', (req, res) => {\n  load();\n  res.json(load());\n});\n",
    );
    const { out } = await run(['migrate', '--dry-run']);
    expect(out).toContain('1 file: 1 changed, 0 clean, 0 for manual work (and 1 of those changed), 0 failed.');
  });

  it('says once what is to be said of several, in the order of the code', async () => {
    write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    write(
      'a.js',
      "import express from 'express';\nasync function load() { return 1; }\nexpress().get('/n', (req, res) => {\n  res.json(load());\n  res.send(load());\n});\n",
    );
    expect((await run(['migrate', '--dry-run'])).out).toMatch(
      /Needs manual work:\n {2}The function around it is not async.*\n {4}a\.js:4:12 {2}load\n {4}a\.js:5:12 {2}load$/,
    );
  });

  it('ends as the run would: 1 when something would be left', async () => {
    project('shop-ts');
    write('src/number.ts', SYNCHRONOUS);
    expect((await run(['migrate', '--dry-run', 'src'])).code).toBe(1);
  });
});

describe('migrate --check', () => {
  it('writes nothing, and exits 1 while a finding is left', async () => {
    project('shop-ts');
    const before = texts();
    const { code, out } = await run(['migrate', '--check', 'src']);
    expect(code).toBe(1);
    expect(out).toContain('4 untracked promises in 2 routes');
    expect(texts()).toEqual(before);
  });
});

describe('a file that cannot be read', () => {
  it('is named with its line when it does not parse; it is left, the rest goes on, and the exit code is 1', async () => {
    project('shop-ts');
    write('src/broken.ts', 'export const = 1;\n');
    const { code, out, err } = await run(['migrate', 'src']);
    expect(code).toBe(1);
    expect(err).toMatch(
      /^1 file failed and was left as it was:\n {2}src\/broken\.ts:1:14 {2}The file does not parse: .+\.$/,
    );
    expect(out).toContain('4 findings rewritten');
    expect(read('src/broken.ts')).toBe('export const = 1;\n');
  });

  it('is left byte for byte when it is not UTF-8', async () => {
    project('shop-ts');
    const latin = Buffer.from("import express from 'express'; // caf\u00E9\n", 'latin1');
    write('src/latin.ts', latin);
    const { code, err } = await run(['migrate', 'src']);
    expect(code).toBe(1);
    expect(err).toContain('src/latin.ts  The file is not UTF-8 text');
    expect(readFileSync(join(box.folder, 'src/latin.ts'))).toEqual(latin);
    expect(read('src/orders/cancel.ts')).toContain('fireTask(');
  });
});

describe('the books', () => {
  it('stop the run when a file is counted twice or not at all', async () => {
    project('shop-ts');
    const [file = ''] = discoverFiles(['src'], box.terminal);
    await expect(planMigration([file, file], {}, box.terminal)).rejects.toThrow(
      '2 files were found and 1 accounted for; nothing was changed.',
    );
  });

  it('name a file that was changed between plan and write, and keep that change', async () => {
    project('shop-ts');
    const migration = await planMigration(discoverFiles(['src'], box.terminal), {}, box.terminal);
    const edited = `${read('src/orders/cancel.ts')}// typed meanwhile\n`;
    write('src/orders/cancel.ts', edited);
    expect(() => {
      applyMigration(migration, box.terminal);
    }).toThrow(
      '1 file of 5 could not be written: src/orders/cancel.ts (it has changed meanwhile). Each is whole and as it was, and the others are written: look at them, and run this again.',
    );
    expect(read('src/orders/cancel.ts')).toBe(edited);
    expect(read('src/orders/place.ts')).toContain('fireTask(');
    expect(exists('src/lib/fire-task.ts')).toBe(true);
  });
});
