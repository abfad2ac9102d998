import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FunctionWords } from '../../src/handlers/explore.ts';
import type { Graph } from '../../src/handlers/graph.ts';
import type { FunctionKey } from '../../src/handlers/summary.ts';
import { standardCatalog } from '../../src/catalog/lookup.ts';
import { createExplorer, graphOf } from '../../src/handlers/explore.ts';
import { walkGraph } from '../../src/handlers/graph.ts';
import { summaryAt } from '../../src/handlers/summaries.ts';
import { placeInPackage } from '../../src/project/package.ts';
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
function words(graph: Graph): string[] {
  return [...graph]
    .flatMap(([path, functions]) =>
      [...functions].map(
        ([name, { handler, chain }]) => `${placeInPackage(path)} ${name}: ${[handler.route, ...chain].join(' > ')}`,
      ),
    )
    .sort();
}

/** Two explorers share the files, and ask each other until nothing is left. */
function shared(
  root: string,
  mine: readonly string[],
): { graph: string[]; rounds: FunctionKey[][]; explored: FunctionWords[] } {
  const paths = Object.keys(FILES).map((path) => join(root, path));
  const parts = [
    paths.filter((path) => mine.includes(placeInPackage(path))),
    paths.filter((path) => !mine.includes(placeInPackage(path))),
  ].map((part) => new Set(part));
  const explorers = parts.map((part) => createExplorer(part, standardCatalog()));
  const handlers = parts.flatMap((part, index) =>
    [...part].flatMap((path) => explorers[index]?.handlersOf(path) ?? []),
  );
  const explored: FunctionWords[] = [];
  const rounds: FunctionKey[][] = [];
  for (let keys = handlers.map(({ key }) => key); keys.length > 0;) {
    rounds.push(keys);
    const found = explorers.map(({ explore }, index) =>
      explore(keys.filter(({ path }) => parts[index]?.has(path) === true)),
    );
    explored.push(...found.flatMap(({ functions }) => functions));
    keys = found
      .flatMap(({ beyond }) => beyond)
      .filter(({ path, name }) => !explored.some(({ key }) => key.path === path && key.name === name));
  }
  return { graph: words(graphOf(handlers, structuredClone(explored), KINDS)), rounds, explored };
}

function atOnce(root: string): string[] {
  const at = (path: string): ReturnType<typeof summaryAt> => summaryAt(path, standardCatalog());
  return words(
    walkGraph(
      Object.keys(FILES).map((path) => at(join(root, path))),
      at,
      KINDS,
      true,
    ),
  );
}

describe('the call graph of a package that several explore', () => {
  it.each([
    ['one has all', ['app.js', 'orders.js', 'mail.js'], 1],
    ['one has the handlers', ['app.js'], 2],
    ['two lead into each other', ['app.js', 'mail.js'], 3],
    ['one has the middle', ['orders.js'], 3],
  ])('is that of one, where %s', (_title, mine, most) => {
    inPackage(['express'], FILES, 'app.js', ({ path }) => {
      const root = dirname(path);
      const { graph, rounds, explored } = shared(root, mine);
      expect(graph).toEqual(atOnce(root));
      expect(graph).toHaveLength(5);
      expect(rounds.length).toBeLessThanOrEqual(most);
      // Each function is looked into once, and one that no handler leads to by nobody.
      const names = explored.map(({ key }) => key.name);
      expect([names.length, new Set(names).size, names.includes('unused')]).toEqual([5, 5, false]);
    });
  });

  it('has no handlers of files without their words, nor of kinds that nobody asked for', () => {
    inPackage(['express'], FILES, 'app.js', ({ path }) => {
      const root = dirname(path);
      const { handlersOf } = createExplorer(new Set(), standardCatalog());
      expect(['app.js', 'orders.js', 'gone.js'].map((file) => handlersOf(join(root, file)).length)).toEqual([1, 0, 0]);
      expect(words(graphOf(handlersOf(path), [], new Set(['job'])))).toEqual([]);
    });
  });
});
