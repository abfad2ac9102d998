import { join } from 'node:path';
import { expect, it } from 'vitest';
import { completeOptions } from '../../src/findings/options.ts';
import { counts } from '../../src/syntax/counts.ts';
import { isParseFailure, parse } from '../../src/syntax/parse.ts';
import { sandbox } from '../support/sandbox.ts';
import { findUntracked, inspect, refreshProject } from '../support/engine.ts';

const box = sandbox();
const ROUTES = 30;
const HUB = 'export async function load(id) { const row = await rows.get(id); return row; }\n';

/** A server whose every route imports one file, and one route that loses something. */
function server(): void {
  box.write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
  box.write('hub.js', HUB);
  for (let index = 0; index < ROUTES; index += 1) {
    box.write(
      `route${index.toString()}.js`,
      `import express from 'express';
import { load } from './hub.js';
express().get('/${index.toString()}', async (req, res) => { res.json(await load(req.params.id)); });
`,
    );
  }
  box.write(
    'lossy.js',
    `import express from 'express';
import { load } from './hub.js';
express().get('/lossy', (req, res) => { load(req.params.id); res.end(); });
`,
  );
  box.write('unused.js', "import { load } from './hub.js';\nexport function warm() { load(1); }\n");
  refreshProject();
}

/** What a lint of a file finds, and what it costs. */
function lint(
  name: string,
  text: string,
  look: (...asked: Parameters<typeof inspect>) => number = (...asked) => findUntracked(...asked).length,
): { found: number; parsed: number; graphed: number; summarised: number } {
  const source = parse(join(box.folder, name), text);
  if (isParseFailure(source)) throw new Error(source.message);
  const before = { ...counts };
  const found = look(source, completeOptions());
  return {
    found,
    parsed: counts.parsed - before.parsed,
    graphed: counts.graphed - before.graphed,
    summarised: counts.summarised - before.summarised,
  };
}

it('asks who runs a file only where something is lost in it', () => {
  server();
  expect(lint('hub.js', HUB)).toEqual({ found: 0, parsed: 0, graphed: 0, summarised: 0 });
  const { parsed, ...route } = lint('route1.js', box.read('route1.js'));
  expect(route).toEqual({ found: 0, graphed: 0, summarised: 0 });
  expect(parsed).toBeLessThanOrEqual(1);
  // What is lost at the top of a file is lost at its start, which no handler runs.
  expect(lint('route2.js', "import { load } from './hub.js';\nload(1);\n")).toMatchObject({ found: 0, graphed: 0 });
  expect(lint('unused.js', box.read('unused.js'))).toMatchObject({ found: 0, graphed: 1 });
  expect(lint('lossy.js', box.read('lossy.js'))).toMatchObject({ found: 1, graphed: 0 });
});

it('asks it, too, for calls of which nothing is known, where those are listed', () => {
  server();
  const text = "import express from 'express';\nexpress().get('/', (req, res) => { req.app.x.y(); res.end(); });\n";
  const calls = (...asked: Parameters<typeof inspect>): number => inspect(...asked).unknown.length;
  expect(lint('route1.js', text)).toMatchObject({ found: 0, graphed: 0 });
  expect(lint('route1.js', text, calls)).toMatchObject({ found: 1, graphed: 1 });
});

it('looks at an edited file alone, however many import it, though the graph is there', () => {
  server();
  expect(lint('lossy.js', box.read('lossy.js')).graphed).toBe(1);
  for (const edit of ['1', '2']) {
    const edited = HUB.replace('return row', `audit(row, ${edit}); return row`);
    expect(lint('hub.js', edited)).toEqual({ found: 0, parsed: 0, graphed: 0, summarised: 0 });
  }
  const lost = HUB.replace('await ', '')
    .replace('return row', 'keep(row)')
    .replace('}\n', '}\nasync function keep(row) { await row; }\n');
  expect(lint('hub.js', lost)).toMatchObject({ found: 1, graphed: 1 });
});
