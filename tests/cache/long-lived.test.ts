import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Reach } from '../../src/handlers/reaches.ts';
import type { Workspace } from '../../src/project/workspace.ts';
import { findUntracked } from '../../src/findings/find-untracked.ts';
import { setUp } from '../../src/findings/setup.ts';
import { createWorkspace } from '../../src/project/workspace.ts';
import { counts } from '../../src/syntax/counts.ts';
import { parse } from '../../src/syntax/parse.ts';
import { generated } from '../support/generated-server.ts';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();

afterEach(() => {
  vi.useRealTimers();
});

it('collects what is put on an application once after an edit, not once for each question', () => {
  box.write('package.json', '{ "type": "module", "dependencies": { "fastify": "5" } }');
  box.write(
    'app.js',
    "import Fastify from 'fastify';\nexport const app = Fastify();\nasync function audit() {}\napp.decorate('audit', audit);\n" +
      "app.get('/own', async (request) => { await request.server.audit(); });\n",
  );
  const routes = (last: number): string =>
    `import { app } from './app.js';\n${Array.from({ length: last }, (_, at) => `app.get('/${at}', async (request) => { request.server.audit(${at}); });`).join('\n')}\n`;
  const workspace = createWorkspace();
  const { options, evaluation } = setUp(workspace, undefined, undefined);
  const visitsFor = (count: number): number => {
    box.write('routes.js', routes(count));
    const lint = (text: string): number => {
      const source = parse(`${box.folder}/routes.js`, text);
      if (!('ast' in source)) throw new Error('It parses.');
      return findUntracked(source, options, evaluation).length;
    };
    expect(lint(routes(count))).toBe(count);
    const app = parse(`${box.folder}/app.js`, `${box.read('app.js')}// A remark.\n`);
    if (!('ast' in app)) throw new Error('It parses.');
    findUntracked(app, options, evaluation);
    const before = counts.visited;
    expect(lint(routes(count))).toBe(count);
    return counts.visited - before;
  };
  // Walking the decorating file for each call takes 24,000.
  expect(visitsFor(80)).toBeLessThan(5_000);
});

describe('files come and go while an editor is open', () => {
  const codeFiles = (): string[] => Object.keys(box.texts()).filter((path) => /^src\/.*\.ts$/.test(path));

  /** The lines with findings. */
  function lintAll(workspace: Workspace, reach: Reach = 'project'): string[] {
    // All that was read from the disk is old by now.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
    const { options, evaluation } = setUp(workspace, undefined, undefined);
    return codeFiles().flatMap((path) => {
      const source = parse(`${box.folder}/${path}`, box.read(path));
      if (!('ast' in source)) throw new Error('It parses.');
      return findUntracked(source, { ...options, reach }, evaluation).map(({ node }) => `${path}:${node.range[0]}`);
    });
  }

  it('finds what a new process finds, after each of many changes', { timeout: 120_000 }, () => {
    for (const [path, text] of generated(40, 7).files) box.write(path, text);
    const workspace = createWorkspace();
    const before = lintAll(workspace);
    expect(before.length).toBeGreaterThan(4);
    const results = new Set([before.join()]);
    for (let round = 0; round < 12; round += 1) {
      const files = codeFiles().filter((path) => /service|mailer|queue|audit|events/.test(path));
      const path = files[(round * 3) % files.length] ?? '';
      if (round % 3 !== 2) box.write(path.replace(/(\w+)\.ts$/, `$1${round}.ts`), box.read(path));
      if (round % 3 !== 0) box.remove(path);
      const found = lintAll(workspace);
      expect(found, `round ${round}`).toEqual(lintAll(createWorkspace()));
      results.add(found.join());
    }
    expect(results.size).toBeGreaterThan(3);
  });

  it.each(['src', 'src/tests'])('notices a file in %s that a file imports already, and another asks of', (folder) => {
    box.write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    box.write('src/sending.ts', `import { save } from '../${folder}/save.js';\nexport const send = save;\n`);
    box.write(
      'src/app.ts',
      "import express from 'express';\nimport { send } from './sending.js';\n" +
        "express().get('/', (request, response) => { send(); response.end(); });\n",
    );
    const workspace = createWorkspace();
    expect(lintAll(workspace)).toEqual([]);
    box.write(`${folder}/save.ts`, 'export async function save() { await 1; }\n');
    const fresh = lintAll(createWorkspace());
    expect(fresh).toHaveLength(1);
    expect(lintAll(workspace)).toEqual(fresh);
  });

  it('notices a folder of the server, beside which another is of the browser', () => {
    box.write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    box.write('src/client/app.ts', 'async function save() { await 1; }\nexport function go() { save(); }\n');
    const workspace = createWorkspace();
    expect(lintAll(workspace, 'all')).toHaveLength(1);
    box.write('src/server/index.ts', 'export const port = 1;\n');
    const fresh = lintAll(createWorkspace(), 'all');
    expect(fresh).toHaveLength(0);
    expect(lintAll(workspace, 'all')).toEqual(fresh);
  });

  it('notices such a folder where it tells whether a function is a handler', () => {
    box.write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    box.write(
      'src/client/app.ts',
      'async function save() { await 1; }\nexport function list(req, res) { save(); res.send(""); }\n',
    );
    const workspace = createWorkspace();
    expect(lintAll(workspace)).toHaveLength(1);
    box.write('src/server/index.ts', 'export const port = 1;\n');
    expect(lintAll(createWorkspace())).toEqual([]);
    expect(lintAll(workspace)).toEqual([]);
  });

  it('notices a package.json that moves files to a package of their own, and one that goes', () => {
    const work = (body: string): void => {
      box.write('src/work.ts', `export async function work() { ${body} }\nasync function save() { await 1; }\n`);
    };
    box.write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    box.write(
      'src/app.ts',
      "import express from 'express';\nimport { work } from './work.js';\n" +
        "express().get('/', async (request, response) => { await work(); response.end(); });\n",
    );
    work('await save();');
    const workspace = createWorkspace();
    expect(lintAll(workspace)).toEqual([]);
    box.write('src/package.json', '{ "type": "module", "name": "inner" }');
    expect(lintAll(workspace)).toEqual([]);
    work('save();');
    const fresh = lintAll(createWorkspace());
    expect(fresh).toHaveLength(1);
    expect(lintAll(workspace)).toEqual(fresh);
    box.remove('src/package.json');
    expect(lintAll(workspace)).toEqual(fresh);
    work('await 1; save();');
    const moved = lintAll(createWorkspace());
    expect(moved).toHaveLength(1);
    expect(lintAll(workspace)).toEqual(moved);
  });

  it('notices a settings file that names a handler', () => {
    box.write('package.json', '{ "type": "module", "dependencies": { "serverless": "3" } }');
    box.write('src/orders.ts', 'async function save() { await 1; }\nexport async function create() { save(); }\n');
    const workspace = createWorkspace();
    expect(lintAll(workspace)).toEqual([]);
    box.write('serverless.yml', 'functions:\n  create:\n    handler: src/orders.create\n');
    const fresh = lintAll(createWorkspace());
    expect(fresh).toHaveLength(1);
    expect(lintAll(workspace)).toEqual(fresh);
  });

  it('reads almost nothing again because of a new file that nothing imports', () => {
    for (const [path, text] of generated(40, 7).files) box.write(path, text);
    const workspace = createWorkspace();
    lintAll(workspace);
    const before = counts.summarised;
    box.write('src/lib/more.ts', 'export const more = 1;\n');
    lintAll(workspace);
    expect(counts.summarised - before).toBeLessThan(5);
  });
});
