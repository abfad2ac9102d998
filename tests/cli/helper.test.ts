import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderShutdown, renderTracker } from '../../src/helper/injection.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const { run, project, write, read, exists, texts } = box;

describe('init', () => {
  it('writes the helper, shows the config, and leaves a helper that is there', async () => {
    write('package.json', '{ "type": "module" }');
    const { code, out } = await run(['init']);
    expect(code).toBe(0);
    expect(out).toContain('Wrote lib/fire-task.js.');
    expect(out).toContain('fireTask.configs.recommended');
    write('lib/fire-task.js', `${read('lib/fire-task.js')}// edited\n`);
    expect((await run(['init'])).out).toContain('already exists');
    expect(read('lib/fire-task.js').endsWith('// edited\n')).toBe(true);
  });

  it('prints a parser for TypeScript, and what to install with the package manager that is used', async () => {
    write('package.json', '{ "type": "module", "devDependencies": { "eslint": "10", "typescript": "6" } }');
    write('pnpm-lock.yaml', '');
    const { out } = await run(['init']);
    expect(out).toContain('pnpm add --save-dev eslint-plugin-fire-task typescript-eslint\n');
    expect(out).toContain('languageOptions: { parser: tseslint.parser }');
    expect(exists('eslint.config.js')).toBe(false);
  });

  it('writes the configuration with --yes, by a name that Node reads as a module, and only where there is none', async () => {
    write('package.json', '{ "devDependencies": { "eslint": "10", "eslint-plugin-fire-task": "0" } }');
    const { out } = await run(['init', '--yes']);
    expect(out).toContain('Wrote eslint.config.mjs.');
    expect(out).not.toContain('Install');
    expect(read('eslint.config.mjs')).toContain('fireTask.configs.recommended');
  });

  it.each([
    ['.eslintrc.json', { '.eslintrc.json': '{}', 'package.json': '{}' }],
    ['package.json', { 'package.json': '{ "eslintConfig": {} }' }],
  ])('writes no flat configuration with --yes that would switch off %s', async (name, files) => {
    for (const [path, text] of Object.entries(files)) write(path, text);
    const { out } = await run(['init', '--yes']);
    expect(out).toContain(`ESLint stops reading ${name} once there is a flat configuration.`);
    expect(Object.keys(texts()).filter((path) => path.includes('eslint.config'))).toEqual([]);
  });

  it('writes the configuration into the folder itself where no package.json is', async () => {
    expect((await run(['init', '--yes'])).out).toContain('Wrote eslint.config.mjs.');
  });

  it('writes it into the package of the folder that is named', async () => {
    write('packages/api/package.json', '{}');
    write('packages/api/src/a.ts', '');
    expect((await run(['init', 'packages/api'])).out).toContain('Wrote packages/api/src/lib/fire-task.ts.');
  });

  it('writes it where it is told', async () => {
    project('shop-ts');
    expect((await run(['init', '--helper', 'src/infra/tasks.ts'])).out).toContain('Wrote src/infra/tasks.ts.');
  });

  it('writes the flavour that the package asks for, or the one that is named', async () => {
    write('package.json', '{ "type": "module", "devDependencies": { "wrangler": "4" } }');
    expect((await run(['init'])).out).toContain('Wrote lib/fire-task.js, for cloudflare.');
    expect(read('lib/fire-task.js')).toContain("import('cloudflare:workers')");
    expect((await run(['init', '--flavour', 'lambda', '--helper', 'other/tasks.js'])).out).toContain(
      'Wrote other/tasks.js, for lambda.',
    );
    expect((await run(['init', '--flavour', 'heroku'])).err).toContain(
      "'heroku' is invalid. Allowed choices are node, next,",
    );
  });

  it('writes the drain beside it when it is asked to, and leaves one that is there', async () => {
    write('package.json', '{ "type": "module" }');
    expect((await run(['init', '--drain'])).out).toMatch(
      /\nWrote lib\/fire-task\.js\.\nWrote lib\/drain-on-shutdown\.js\.\n/,
    );
    expect(read('lib/drain-on-shutdown.js')).toBe(renderShutdown('esm', 'node', './fire-task.js'));
    write('lib/drain-on-shutdown.js', `${read('lib/drain-on-shutdown.js')}// edited\n`);
    expect((await run(['init', '--drain'])).out).toContain(
      'lib/drain-on-shutdown.js already exists and was left unchanged.',
    );
    const { code, out, err } = await run(['init', '--update']);
    expect(out).toMatch(/^lib\/fire-task\.js is up to date\.\n[^]*-\/\/ edited/);
    expect(err).toMatch(/^lib\/drain-on-shutdown\.js has been edited/);
    expect(code).toBe(1);
  });

  it('writes no drain for a platform that tells nobody to stop', async () => {
    write('package.json', '{ "type": "module", "devDependencies": { "wrangler": "4" } }');
    expect(await run(['init', '--drain'])).toMatchObject({
      code: 2,
      err: 'fire-task: Functions on cloudflare get no shutdown signal: omit --drain.',
    });
    expect(exists('lib/fire-task.js')).toBe(false);
  });

  it('says when the folder does not exist', async () => {
    expect(await run(['init', 'nowhere'])).toMatchObject({
      code: 2,
      err: 'fire-task: nowhere is not a folder: name a folder of the package.',
    });
  });
});

/** A helper as an older version wrote it. */
function older(text: string): string {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
  return `// fire-task 0.0.1 ${hash}: owns background work.\n// How to use it.\n\n${text}`;
}

describe('init --update', () => {
  it('replaces a helper that nobody has edited, and keeps its place', async () => {
    write('package.json', '{ "type": "module" }');
    write('server/fire-task.js', older('export function fireTask() {}\n'));
    expect((await run(['init'])).out).toContain(
      'server/fire-task.js already exists and was left unchanged (fire-task init --update replaces it with the present version).',
    );
    expect(await run(['init', '--update'])).toEqual({
      code: 0,
      out: 'Updated server/fire-task.js from version 0.0.1.',
      err: '',
    });
    expect(read('server/fire-task.js')).toBe(renderTracker('esm', 'node'));
    expect(await run(['init', '--update'])).toEqual({ code: 0, out: 'server/fire-task.js is up to date.', err: '' });
    expect(Object.keys(texts())).toEqual(['package.json', 'server/fire-task.js']);
  });

  it('changes an untouched helper to another flavour', async () => {
    write('package.json', '{ "type": "module" }');
    await run(['init']);
    expect((await run(['init', '--update', '--flavour', 'netlify'])).out).toMatch(
      /^Updated lib\/fire-task\.js from version .+, for netlify\.$/,
    );
    expect(read('lib/fire-task.js')).toBe(renderTracker('esm', 'netlify'));
  });

  it('shows the difference from one that was edited, and leaves it', async () => {
    write('package.json', '{ "type": "module" }');
    await run(['init']);
    const edited = read('lib/fire-task.js').replace('30_000', '60_000');
    write('lib/fire-task.js', edited);
    const { code, out, err } = await run(['init', '--update']);
    expect(code).toBe(1);
    expect(out).toMatch(/^-.*60_000.*\n\+.*30_000/m);
    expect(err).toMatch(/^lib\/fire-task\.js has been edited since version \S+ wrote it, and was left unchanged/);
    expect(read('lib/fire-task.js')).toBe(edited);
  });

  describe('of a helper that was one file', () => {
    const ONE =
      "globalThis[Symbol.for('fire-task@1')] = {};\nexport function fireTask() {}\nexport function drainOnShutdown() {}\n";

    it.each([
      [
        "import { app } from './app.js';\nimport { fireTask, drainOnShutdown } from './lib/fire-task.js';\n",
        "import { app } from './app.js';\nimport { fireTask } from './lib/fire-task.js';\nimport { drainOnShutdown } from './lib/drain-on-shutdown.js';\n",
      ],
      [
        'import { drainOnShutdown as wait } from "./lib/fire-task.js"\n',
        'import { drainOnShutdown as wait } from "./lib/drain-on-shutdown.js"\n',
      ],
      [
        "export { drainOnShutdown, fireTask } from './lib/fire-task.js';\n",
        "export { fireTask } from './lib/fire-task.js';\nexport { drainOnShutdown } from './lib/drain-on-shutdown.js';\n",
      ],
    ])('writes the second, and has %s take it from there', async (before, after) => {
      write('package.json', '{ "type": "module" }');
      write('lib/fire-task.js', older(ONE));
      write('main.js', `${before}app.listen(1);\n`);
      const { code, out } = await run(['init', '--update']);
      expect(out).toBe('Wrote lib/drain-on-shutdown.js.\nUpdated lib/fire-task.js.\nUpdated main.js.');
      expect(code).toBe(0);
      expect(read('main.js')).toBe(`${after}app.listen(1);\n`);
      expect(read('lib/fire-task.js')).toBe(renderTracker('esm', 'node'));
      expect(read('lib/drain-on-shutdown.js')).toBe(renderShutdown('esm', 'node', './fire-task.js'));
      const all = texts();
      expect((await run(['init', '--update'])).code).toBe(0);
      expect(texts()).toEqual(all);
    });

    it('keeps types what they are', async () => {
      write('package.json', '{ "type": "module" }');
      write('lib/fire-task.ts', older(ONE));
      write(
        'main.ts',
        "import type { Task, ShutdownOptions } from './lib/fire-task.ts';\nimport { drainOnShutdown } from './lib/fire-task.ts';\n",
      );
      expect((await run(['init', '--update'])).code).toBe(0);
      expect(read('main.ts')).toBe(
        "import type { Task } from './lib/fire-task.ts';\nimport type { ShutdownOptions } from './lib/drain-on-shutdown.ts';\nimport { drainOnShutdown } from './lib/drain-on-shutdown.ts';\n",
      );
    });

    it('does so in CommonJS', async () => {
      write('package.json', '{}');
      write(
        'lib/fire-task.js',
        older(ONE.replaceAll('export ', '') + 'module.exports = { fireTask, drainOnShutdown };\n'),
      );
      write('main.js', "const { fireTask, drainOnShutdown } = require('./lib/fire-task');\n");
      expect((await run(['init', '--update'])).code).toBe(0);
      expect(read('main.js')).toBe(
        "const { fireTask } = require('./lib/fire-task');\nconst { drainOnShutdown } = require('./lib/drain-on-shutdown');\n",
      );
      expect(read('lib/drain-on-shutdown.js')).toBe(renderShutdown('cjs', 'node', './fire-task'));
    });

    it('writes no second where nobody uses it', async () => {
      write('package.json', '{ "type": "module" }');
      write('lib/fire-task.js', older(ONE));
      write('main.js', "import { fireTask } from './lib/fire-task.js';\n");
      expect((await run(['init', '--update'])).out).toBe('Updated lib/fire-task.js.');
      expect(exists('lib/drain-on-shutdown.js')).toBe(false);
    });

    it.each([
      ['the whole of it', "import * as tasks from './lib/fire-task.js';\ntasks.drainOnShutdown();\n"],
      ['all that it exports', "export * from './lib/fire-task.js';\n"],
      ['what cannot be parsed', 'import { drainOnShutdown from;\n'],
      ['it later', "const { drainOnShutdown } = await import('./lib/fire-task.js');\n"],
      [
        'its undoing',
        "import { drainOnShutdown } from './lib/fire-task.js';\nconst undo = drainOnShutdown();\nundo();\n",
      ],
      ['a type that is gone', "import { drainOnShutdown, type TaskEvent } from './lib/fire-task.js';\n"],
      ['it by a name of another file', "import { tasks } from './tasks.js';\ntasks.drainOnShutdown();\n"],
      ['the rest', "const { drainOnShutdown, ...tasks } = require('./lib/fire-task.js');\n"],
      ['it as a value', "require('./lib/fire-task.js').drainOnShutdown();\n"],
    ])('changes nothing where a file takes %s', async (_, text) => {
      write('package.json', '{ "type": "module" }');
      write('lib/fire-task.js', older(ONE));
      write('main.js', text);
      write('other.js', "import { drainOnShutdown } from './lib/fire-task.js';\n");
      const before = texts();
      const { code, err } = await run(['init', '--update']);
      expect(err).toContain('main.js imports the whole helper');
      expect(code).toBe(1);
      expect(texts()).toEqual(before);
    });

    it('shows the difference from one that was edited, and leaves it', async () => {
      write('package.json', '{ "type": "module" }');
      write('lib/fire-task.js', `${older(ONE)}// edited\n`);
      write('main.js', "import { drainOnShutdown } from './lib/fire-task.js';\n");
      const before = texts();
      expect((await run(['init', '--update'])).code).toBe(1);
      expect(texts()).toEqual(before);
    });
  });

  it('says when there is none', async () => {
    write('package.json', '{}');
    expect(await run(['init', '--update'])).toMatchObject({
      code: 2,
      err: 'fire-task: There is no helper to update: run fire-task init without --update, or name the file with --helper.',
    });
  });
});

describe('migrate', () => {
  it('uses a helper that the team has moved and edited', async () => {
    project('shop-ts');
    await run(['init']);
    const text = read('src/lib/fire-task.ts');
    rmSync(join(box.folder, 'src/lib'), { recursive: true });
    write('src/infra/tasks/fire-task.ts', `// ours\n${text}`);
    await run(['migrate', 'src']);
    expect(read('src/orders/cancel.ts')).toContain("import { fireTask } from '../infra/tasks/fire-task.js';");
    expect(read('src/infra/tasks/fire-task.ts').startsWith('// ours')).toBe(true);
    expect(exists('src/lib')).toBe(false);
  });

  it("is imported by the package's own imports where the file uses them already", async () => {
    const handler = (head: string): string =>
      `${head}\nasync function sync(id) { await id; }\nexport const go = (req, res) => {\n  sync('x');\n  res.end(load);\n};\n`;
    write(
      'package.json',
      '{ "type": "module", "dependencies": { "express": "5" }, "imports": { "#lib/*": "./src/lib/*", "#src/*": { "node": "./src/*.js", "default": "./src/*.js" }, "#built/*": { "types": "./src/*", "default": "./dist/*" } } }',
    );
    write('src/lib/load.js', 'export const load = 1;\n');
    write('src/routes/a.js', handler("import { load } from '#lib/load.js';"));
    write('src/routes/b.js', handler("import { load } from '#src/lib/load';"));
    write('src/routes/c.js', handler("import { load } from '#built/lib/load.js';"));
    write('src/routes/d.js', handler("import { load } from '../lib/load.js';"));
    expect((await run(['migrate', '--no-drain', 'src'])).code).toBe(0);
    const importIn = (path: string): string | undefined => /import \{ fireTask \} from '(.*)'/.exec(read(path))?.[1];
    expect(['a', 'b', 'c', 'd'].map((name) => importIn(`src/routes/${name}.js`))).toEqual([
      '#lib/fire-task.js',
      '#src/lib/fire-task',
      '../lib/fire-task.js',
      '../lib/fire-task.js',
    ]);
    expect((await run(['migrate', 'src'])).out).toContain('0 findings rewritten');
    expect((await run(['migrate', '--check', 'src'])).code).toBe(0);
  });

  it('is imported by the alias of the tsconfig where the file uses it already', async () => {
    const handler = (head: string): string =>
      `import type { Request, Response } from 'express';\n${head}\nasync function sync(id: string) { await id; }\nexport const go = (req: Request, res: Response) => {\n  sync('x');\n  res.end(load);\n};\n`;
    write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    write('tsconfig.base.json', '{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler" } }');
    write(
      'tsconfig.json',
      '{ "extends": "./tsconfig.base.json", "compilerOptions": { "paths": { "@/*": ["./src/*"], "~other/*": ["./other/*"] } } }',
    );
    write('src/load.ts', 'export const load = 1;\n');
    write('src/routes/a.ts', handler("import { load } from '@/load';"));
    write('src/routes/b.ts', handler("import { load } from '@/load.js';"));
    write('src/routes/c.ts', handler("import { load } from '../load';"));
    write('src/routes/d.ts', handler("import { load } from '~other/load';"));
    write('src/lib/e.ts', handler("import { load } from '@/load';"));
    expect((await run(['migrate', 'src'])).code).toBe(0);
    const importIn = (path: string): string | undefined => /import \{ fireTask \} from '(.*)'/.exec(read(path))?.[1];
    expect(['a', 'b', 'c', 'd'].map((name) => importIn(`src/routes/${name}.ts`))).toEqual([
      '@/lib/fire-task',
      '@/lib/fire-task.js',
      '../lib/fire-task',
      '../lib/fire-task',
    ]);
    expect(importIn('src/lib/e.ts')).toBe('./fire-task');
    expect((await run(['migrate', 'src'])).out).toContain('0 findings rewritten');
  });

  it('puts the helper where it is told, uses it there the next time, and leaves ids out of names when asked', async () => {
    project('shop-ts');
    const handler =
      "import type { Request, Response } from 'express';\nasync function sync(orgId: string) { await orgId; }\nexport const go = (req: Request, res: Response) => {\n  const orgId = String(req.query);\n  sync(orgId);\n  res.end();\n};\n";
    write('src/ids.ts', handler);
    await run(['migrate', 'src', '--helper', 'src/tasks.ts']);
    expect(read('src/ids.ts')).toContain('fireTask(sync(orgId), `sync:${orgId}`);');
    expect(read('src/ids.ts')).toContain("from './tasks.js'");
    write('src/more.ts', handler);
    const helper = read('src/tasks.ts');
    expect((await run(['migrate', 'src', '--helper', 'src/tasks.ts', '--names', 'static'])).code).toBe(0);
    expect(read('src/more.ts')).toContain("fireTask(sync(orgId), 'sync');");
    expect(read('src/tasks.ts')).toBe(helper);
  });

  it('uses a fireTask that the team wrote itself', async () => {
    project('shop-ts');
    const own =
      'export function fireTask(work: PromiseLike<unknown>, name: string): void {\n  work.then(undefined, (error: unknown) => { console.error(name, error); });\n}\n';
    write('src/lib/fire-task.ts', own);
    expect((await run(['migrate', 'src'])).code).toBe(0);
    expect(read('src/lib/fire-task.ts')).toBe(own);
    expect(read('src/orders/cancel.ts')).toContain("from '../lib/fire-task.js'");
  });

  it.each([
    ['a folder', ['--helper', 'src'], '--helper src is a folder: name the file in it, such as src/fire-task.ts.'],
    ['no code file', ['--helper', 'src/tasks.json'], '--helper src/tasks.json is not a code file'],
    [
      'a file of another kind',
      ['--helper', 'src/app.ts'],
      '--helper src/app.ts is another file that does not export fireTask',
    ],
  ])('refuses a helper that is %s, and changes nothing', async (_situation, flags, sentence) => {
    project('shop-ts');
    const before = texts();
    for (const command of [['migrate', 'src'], ['init']]) {
      const { code, err } = await run([...command, ...flags]);
      expect(code).toBe(2);
      expect(err).toContain(sentence);
    }
    expect(texts()).toEqual(before);
  });

  it('does not take a file that only has the name of the helper', async () => {
    project('shop-ts');
    write('src/lib/fire-task.ts', 'export const alarm = true;\n');
    const before = texts();
    for (const args of [['migrate', 'src'], ['init']]) {
      const { code, err } = await run(args);
      expect(code).toBe(2);
      expect(err).toContain('src/lib/fire-task.ts is another file that does not export fireTask');
    }
    expect(texts()).toEqual(before);
  });
});
