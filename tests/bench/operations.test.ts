import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import type { Reach } from '../../src/handlers/reaches.ts';
import { completeOptions } from '../../src/findings/options.ts';
import { counts } from '../../src/syntax/counts.ts';
import { isParseFailure, parse } from '../../src/syntax/parse.ts';
import type { Source } from '../../src/syntax/source.ts';
import { generated } from '../support/generated-server.ts';
import { sandbox } from '../support/sandbox.ts';
import { findUntracked, refreshProject } from '../support/engine.ts';

type Counts = Record<'parsed' | 'visited' | 'resolved' | 'evaluated', number>;

const FILES = 300;
const SEED = 1;
const box = sandbox();

/** A generated server on the disk, and its files as a linter's own parser gives them. */
function server(): Source[] {
  const sources: Source[] = [];
  for (const [path, text] of generated(FILES, SEED).files) {
    const absolute = join(box.folder, path);
    mkdirSync(dirname(absolute), { recursive: true });
    writeFileSync(absolute, text);
    const source = path.endsWith('.ts') ? parse(absolute, text) : undefined;
    if (source !== undefined && !isParseFailure(source)) sources.push(source);
  }
  refreshProject();
  return sources;
}

/** What a piece of work counts. */
function countsOf(work: () => void): Counts {
  const before = { ...counts };
  work();
  return {
    parsed: counts.parsed - before.parsed,
    visited: counts.visited - before.visited,
    resolved: counts.resolved - before.resolved,
    evaluated: counts.evaluated - before.evaluated,
  };
}

function lint(sources: readonly Source[], reach: Reach): void {
  for (const source of sources) findUntracked(source, completeOptions({ reach }));
}

/**
 * Bounds about a tenth above what was counted when they were written. Who makes the analysis do less lowers them; who
 * makes it do more says why.
 * Time is measured by `npm run bench`, and says little on a shared machine; these are the same everywhere.
 */
const BOUNDS: readonly (readonly [Reach, Counts])[] = [
  // Where routers are mounted is looked for in the files that mount them, whatever the reach; files that pass something
  // to a constructor or function are looked at for what its parameters are. What a wrapper's parameter holds where it is
  // read is asked of the writes before.
  ['file', { parsed: 262, visited: 123_000, resolved: 745, evaluated: 16_600 }],
  ['project', { parsed: 290, visited: 330_000, resolved: 1_095, evaluated: 46_500 }],
];

it.each(BOUNDS)('a lint of 300 files with reach %s does no more than it did', (reach, most) => {
  const sources = server();
  const counted = countsOf(() => {
    lint(sources, reach);
  });
  for (const name of Object.keys(most) as (keyof Counts)[]) expect(counted[name], name).toBeLessThanOrEqual(most[name]);
  // Bounds that are far away hold nothing.
  for (const name of Object.keys(most) as (keyof Counts)[]) expect(counted[name], name).toBeGreaterThan(most[name] / 2);
});

it('a second lint of unchanged files parses and resolves nothing', () => {
  const sources = server();
  lint(sources, 'project');
  const { parsed, resolved } = countsOf(() => {
    lint(sources, 'project');
  });
  expect({ parsed, resolved }).toEqual({ parsed: 0, resolved: 0 });
});

it('the first lint of a single file that loses nothing looks at little more than its imports', () => {
  const sources = server();
  const clean = sources.find(({ path }) => path.endsWith('.schema.ts'));
  if (clean === undefined) throw new Error('The generated server has no schema.');
  const one = countsOf(() => {
    lint([clean], 'project');
  });
  expect(one.parsed).toBeLessThan(5);
  expect(one.visited).toBeLessThan(540);
  expect(one.evaluated).toBeLessThan(100);
});

it('an edit that changes no call, in an editor, looks at little more than its file', () => {
  const sources = server();
  lint(sources, 'project');
  const edited = sources.find(({ path }) => path.endsWith('address.routes.ts'));
  if (edited === undefined) throw new Error('The generated server has no address.');
  const typed = (edit: number): Source => {
    const source = parse(
      edited.path,
      edited.text.replace("router.get('/export', async (req, res) => {", `$&\n    const at${edit.toString()} = 1;`),
    );
    if (isParseFailure(source)) throw new Error(source.message);
    return source;
  };
  lint([typed(0)], 'project');
  const next = typed(1);
  const one = countsOf(() => {
    lint([next], 'project');
  });
  expect(one.parsed).toBe(0);
  expect(one.visited).toBeLessThan(3_400);
  expect(one.evaluated).toBeLessThan(400);
});

it.each([
  ['save(id: string)', 0],
  ["save(id: 'a' | null)", 0],
  ['save(id: unknown)', 0],
  ['save(id)', 4],
])('the calls of `%s` are searched for what they pass in %i files', (declared, searched) => {
  box.write('package.json', '{ "dependencies": { "express": "5" } }');
  box.write('save.ts', `export function ${declared} { id.trim(); }`);
  for (const name of ['a', 'b', 'c', 'd'])
    box.write(`${name}.ts`, `import { save } from './save.js';\nexport const ${name} = (x) => save(x.id);`);
  const text =
    "import express from 'express';\nimport { save } from './save.js';\nasync function run() {}\n" +
    "express().post('/', (req, res) => { save(req.body.id); run(); res.end(); });";
  box.write('server.ts', text);
  refreshProject();
  const source = parse(join(box.folder, 'server.ts'), text);
  if (isParseFailure(source)) throw new Error(source.message);
  const { parsed } = countsOf(() => {
    expect(findUntracked(source, completeOptions({}))).toHaveLength(1);
  });
  // Besides `server.ts` and `save.ts`.
  expect(parsed - 2).toBe(searched);
});
