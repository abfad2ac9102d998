import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linked } from '../support/linked.ts';
import { type Editor, type OpenDocument, startEditor } from './language-server.ts';
import { APP, makeProject } from './project.ts';

const folder = makeProject();
let editor: Editor;
let app: OpenDocument;

beforeAll(async () => {
  editor = await startEditor(folder);
  app = editor.open('src/app.js', 'javascript');
});

afterAll(() => {
  editor.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("an editor with VS Code's ESLint language server", () => {
  it('underlines the launch, with its message and a link to the rule', async () => {
    const diagnostics = await app.diagnostics();
    expect(diagnostics).toMatchObject([
      {
        range: { start: { line: 4, character: 2 }, end: { line: 4, character: 19 } },
        code: 'fire-task/no-untracked-promises',
        codeDescription: { href: expect.stringMatching(/\/docs\/rules\/no-untracked-promises\.md$/) as string },
        message: expect.stringContaining('is launched by `POST /runs`') as string,
        source: 'eslint',
      },
    ]);
  });

  it('offers to track it, and puts the import in with it', async () => {
    const [diagnostic] = await app.diagnostics();
    if (diagnostic === undefined) throw new Error('There is no squiggle.');
    const fixes = await app.quickFixes(diagnostic);
    const track = fixes.find(({ title }) => title.startsWith('Track it with fireTask'));
    if (track === undefined)
      throw new Error(`There is no such quick fix: ${fixes.map(({ title }) => title).join(', ')}`);
    expect(await track.apply()).toBe(`import express from 'express';
import { execute } from './pipeline.js';
import { fireTask } from './lib/fire-task.js';

express().post('/runs', (req, res) => {
  fireTask(execute(req.body), 'execute');
  res.sendStatus(202);
});
`);
  });

  it('keeps up with typing', async () => {
    app.change(APP.replace('(req, res) => {\n  execute', 'async (req, res) => {\n  await execute'));
    expect(await app.diagnostics()).toEqual([]);
    app.change(APP.replace('  res.sendStatus', '  void execute(1);\n  res.sendStatus'));
    expect((await app.diagnostics()).map(({ range }) => range.start.line)).toEqual([4, 5]);
  });

  it('sees a change of another file when it is saved', async () => {
    app.change(APP);
    expect(await app.diagnostics()).toHaveLength(1);
    writeFileSync(join(folder, 'src/pipeline.js'), 'export function execute(run) {\n  return run.id;\n}\n');
    await expect.poll(() => app.diagnostics(), { timeout: 5_000 }).toEqual([]);
  });
});

describe('from an edit to the diagnostics', () => {
  it('it takes no more than four times what ESLint takes without a rule', async () => {
    const plain = realpathSync(mkdtempSync(join(tmpdir(), 'fire-task-plain-')));
    linked(plain);
    writeFileSync(join(plain, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(plain, 'eslint.config.js'), 'export default [{ files: ["**/*.js"] }];\n');
    writeFileSync(join(plain, 'app.js'), APP);
    const other = await startEditor(plain);
    try {
      const without = other.open('app.js', 'javascript');
      await app.diagnostics();
      await without.diagnostics();
      const times = { app: [] as number[], without: [] as number[] };
      for (let edit = 0; edit < 40; edit += 1) {
        times.app.push(await timeOf(app, edit));
        times.without.push(await timeOf(without, edit));
      }
      expect(median(times.app) / median(times.without)).toBeLessThan(4);
    } finally {
      other.close();
      rmSync(plain, { recursive: true, force: true });
    }
  });
});

/** Milliseconds until the diagnostics of a changed text are there. */
async function timeOf(document: OpenDocument, edit: number): Promise<number> {
  const start = performance.now();
  document.change(`${APP}// ${edit.toString()}\n`);
  await document.diagnostics();
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}
