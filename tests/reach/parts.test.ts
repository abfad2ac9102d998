import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Begun, Explored, FunctionKey, FunctionWords, Graph } from '../../src/reach/index.ts';
import { createExplorer, graphsOfParts } from '../../src/reach/index.ts';
import { graphFrom } from '../../src/reach/graph.ts';
import { evaluationBy, workspace } from '../support/engine.ts';
import { inPackage } from '../support/packages.ts';

const FILES = {
  'app.js':
    "import express from 'express';\nimport { place } from './orders.js';\nexpress().post('/orders', (req, res) => { place(req); function later() { place(res); } later(); });",
  'orders.js':
    "import { mail } from './mail.js';\nexport function place(order) { mail(order); retry(order); }\nfunction retry(order) { place(order); }\nexport function unused() { mail(1); }",
  'mail.js': "import { place } from './orders.js';\nexport async function mail(to) { if (to) place(to); }",
};
const KINDS = new Set(['request'] as const);

/** What a graph says, with places for paths: it is read outside of the package, which is gone. */
function words(graph: Graph | undefined): string[] {
  return [...(graph ?? [])]
    .flatMap(([path, functions]) =>
      [...functions].map(
        ([name, { handler, chain }]) =>
          `${workspace.packages.placeOf(path)} ${name}: ${[handler.route, ...chain].join(' > ')}`,
      ),
    )
    .sort();
}

/** Two explorers share the files, and are asked for what the other one leads to until nothing is left. */
async function shared(
  root: string,
  mine: readonly string[],
): Promise<{ graph: string[]; asked: FunctionKey[]; explored: FunctionWords[] }> {
  const paths = Object.keys(FILES).map((path) => join(root, path));
  const parts = [
    new Set(paths.filter((path) => mine.includes(workspace.packages.placeOf(path)))),
    new Set(paths.filter((path) => !mine.includes(workspace.packages.placeOf(path)))),
  ];
  const partOf = (path: string): number => (parts[0]?.has(path) === true ? 0 : 1);
  const explorers = parts.map((part) => createExplorer(part, evaluationBy()));
  const explored: FunctionWords[] = [];
  const asked: FunctionKey[] = [];
  const explore = (part: number, keys: readonly FunctionKey[]): Explored => {
    // As it is sent from thread to thread.
    const found = structuredClone(explorers[part]?.explore(keys) ?? { functions: [], elsewhere: [] });
    explored.push(...found.functions);
    return found;
  };
  const begun = parts.map((part, index): Begun => {
    const handlers = [...part].flatMap((path) => explorers[index]?.handlersOf(path) ?? []);
    return {
      handlers: new Map([[root, handlers]]),
      explored: explore(
        index,
        handlers.map(({ key }) => key),
      ),
    };
  });
  const ask = async (part: number, keys: readonly FunctionKey[]): Promise<Explored> => {
    asked.push(...keys);
    return Promise.resolve(explore(part, keys));
  };
  const graphs = await graphsOfParts(begun, partOf, ask, KINDS);
  return { graph: words(graphs.get(root)), asked, explored };
}

function atOnce(root: string): string[] {
  return words(graphFrom({ unit: root, evaluation: evaluationBy(), kinds: KINDS, strict: false }));
}

/** A package that is on the disk as long as it is asked about. */
async function inFiles(ask: (root: string) => Promise<void>): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'fire-task-parts-'));
  try {
    for (const [name, text] of Object.entries({ 'package.json': '{ "dependencies": { "express": "5" } }', ...FILES }))
      writeFileSync(join(root, name), text);
    await ask(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe('the call graph of a package that several explore', () => {
  it.each([
    ['one has all', ['app.js', 'orders.js', 'mail.js'], []],
    ['one has the handlers', ['app.js'], ['place']],
    ['two lead into each other', ['app.js', 'mail.js'], ['mail', 'place']],
    ['one has the middle', ['orders.js'], ['mail', 'place']],
  ])('is that of one, where %s', async (_title, mine, names) => {
    await inFiles(async (root) => {
      const { graph, asked, explored } = await shared(root, mine);
      expect(graph).toEqual(atOnce(root));
      expect(graph).toHaveLength(5);
      // Only what lies in the other part is asked of it, once.
      expect(asked.map(({ name }) => name).sort()).toEqual(names);
      // Each function is looked into once, and one that no handler leads to not at all.
      const found = explored.map(({ key }) => key.name);
      expect([found.length, new Set(found).size, found.includes('unused')]).toEqual([5, 5, false]);
    });
  });

  it('has no handlers of files without their words, nor of kinds that nobody asked for', async () => {
    await inPackage(['express'], FILES, 'app.js', async ({ path }) => {
      const root = dirname(path);
      const { handlersOf } = createExplorer(new Set(), evaluationBy());
      expect(['app.js', 'orders.js', 'gone.js'].map((file) => handlersOf(join(root, file)).length)).toEqual([1, 0, 0]);
      const begun: Begun = {
        handlers: new Map([[root, handlersOf(path)]]),
        explored: { functions: [], elsewhere: [] },
      };
      const none = async (): Promise<Explored> => Promise.resolve({ functions: [], elsewhere: [] });
      expect(words((await graphsOfParts([begun], () => 0, none, new Set(['job']))).get(root))).toEqual([]);
    });
  });
});
