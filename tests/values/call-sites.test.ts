import { describe, expect, it } from 'vitest';
import type { Node, Source } from '../../src/syntax/source.ts';
import { innerCalls } from '../../src/handlers/handing-on.ts';
import { isFunction } from '../../src/syntax/function.ts';
import { outlineOf } from '../../src/syntax/walk.ts';
import { argumentsGiven, callSitesOf } from '../../src/values/call-sites.ts';
import { evaluationBy, recognition } from '../support/engine.ts';
import { sourceFrom } from '../support/findings.ts';
import { inPackage } from '../support/packages.ts';
import { atMark } from '../support/values.ts';

type Files = Readonly<Record<string, string>>;
type Row = readonly [title: string, code: string, calls: readonly string[], files?: Files];

const textOf = (node: Node, source: Source): string => source.text.slice(...node.range);

/** The calls of the marked function, as they are written. */
function sites(code: string, files: Files = {}, most?: number): string[] {
  return atMark(code, 'src/run.js', files, (node, source) => {
    if (!isFunction(node)) throw new Error('No function is marked.');
    return callSitesOf(node, source, evaluationBy(), most).map((site) => textOf(site.call, site.source));
  });
}

const ROWS: readonly Row[] = [
  ['in its file', '«function run() {}» run(1); run?.(2); stop(3); new run(4);', ['run(1)', 'run?.(2)']],
  [
    'with type arguments',
    'export «function run() {}»',
    ['run<A>(2)'],
    { 'src/a.ts': "import { run } from './run.js'; run<A>(2);" },
  ],
  ['of a constructor', 'class Api { constructor«() {}» } new Api(1); Api(2); new Other(3);', ['new Api(1)']],
  ['of a method', 'class Api { run«() {}» } const api = new Api(); api.run(1); other.run(2);', ['api.run(1)']],
  ['of an arrow', 'const run = «() => 1»; run(1);', ['run(1)']],
  ['by an import', 'export «function run() {}»', ['run(1)'], { 'src/a.js': "import { run } from './run.js'; run(1);" }],
  [
    'not of another function of the name',
    'export «function run() {}»',
    [],
    { 'src/a.js': "import { run } from './other.js'; run(1);", 'src/other.js': 'export function run() {}' },
  ],
  [
    'by a renamed import',
    'export «function run() {}»',
    ['go(1)'],
    { 'src/a.js': "import { run as go } from './run.js'; go(1); stop(2);" },
  ],
  [
    'by a renamed require',
    'exports.run = run; «function run() {}»',
    ['go(1)'],
    { 'src/a.js': "const { run: go } = require('./run.js'); go(1); stop(2);" },
  ],
  [
    'by a renamed import()',
    'export «function run() {}»',
    ['go(1)'],
    { 'src/a.js': "const { run: go } = await import('./run.js'); go(1); export {};" },
  ],
  [
    'of a private function, not by a renamed import',
    '«function run() {}» export const x = 1;',
    [],
    { 'src/a.js': "import { run as go } from './run.js'; go(1);" },
  ],
  [
    'not of a longer name that is renamed',
    'export «function run() {}»',
    [],
    { 'src/a.js': "import { rerun as go } from './run.js'; go(1);" },
  ],
  [
    'not of an inner function of the name that is exported',
    'function outer() { «function run() {}» run(2); } export { run };',
    ['run(2)'],
    { 'src/a.js': "import { run } from './run.js'; run(1);" },
  ],
  [
    'exported under another name',
    '«function run() {}» export { run as start }; run(1);',
    ['run(1)', 'start(2)'],
    { 'src/a.js': "import { start } from './run.js'; start(2);" },
  ],
  [
    're-exported under another name',
    'export «function run() {}»',
    ['start(1)'],
    {
      'src/index.js': "export { run as start } from './run.js';",
      'src/a.js': "import { start } from './index.js'; start(1);",
    },
  ],
  [
    're-exported as a default',
    'export «function run() {}»',
    ['go(1)'],
    { 'src/all.js': "export { run as default } from './run.js';", 'src/a.js': "import go from './all.js'; go(1);" },
  ],
  [
    'of a default, by any name',
    'export default «function run() {}»',
    ['go(1)'],
    { 'src/a.js': "import go from './run.js'; go(1); stop(2);" },
  ],
  [
    'of a default without a name',
    'export default «() => 1»',
    ['go(1)'],
    { 'src/a.js': "import go from './run.js'; go(1);" },
  ],
  [
    'of a default that is declared before',
    '«function run() {}» export default run;',
    ['go(1)'],
    { 'src/a.js': "import go from './run.js'; go(1);" },
  ],
  [
    'not of a function in the one that is the default',
    'function outer() { «function run() {}» } export default run;',
    [],
    { 'src/a.js': "import go from './run.js'; go(1);" },
  ],
  [
    'of a whole module',
    'module.exports = «() => 1»',
    ['go(1)', "require('./run')(2)"],
    { 'src/a.js': "const go = require('./run'); go(1);", 'src/b.js': "require('./run')(2); require('./other')(3);" },
  ],
  [
    'of a default that another file hands on',
    'export default «function run() {}»',
    ['go(1)'],
    {
      'src/index.js': "export { default as start } from './run.js';",
      'src/a.js': "import { start as go } from './index.js'; go(1);",
    },
  ],
  [
    'not of a default of another file of a longer name',
    'export default «function run() {}»',
    [],
    { 'src/rerun.js': 'export default () => 1;', 'src/a.js': "import go from './rerun.js'; go(1);" },
  ],
  [
    'not of a function that a file hands on under the name of a default, by another one of its names',
    'export «function run() {}» export const stop = () => 1; export default stop;',
    [],
    { 'src/a.js': "import run from './run.js'; run(1);" },
  ],
  [
    'of a class that is the default',
    'export default class Api { constructor«() {}» }',
    ['new Any(1)'],
    { 'src/a.js': "import Any from './run.js'; new Any(1);" },
  ],
  [
    'of a class without a name',
    'export default class { constructor«() {}» }',
    ['new Any(1)'],
    { 'src/a.js': "import Any from './run.js'; new Any(1);" },
  ],
];

describe('the calls of a function', () => {
  it.each(ROWS.map(([title, code, calls, files]) => ({ title, code, calls, files })))(
    '$title',
    ({ code, calls, files }) => {
      expect(sites(code, files).sort()).toEqual([...calls].sort());
    },
  );

  it('are not searched for in more files than asked', () => {
    const files = {
      'src/a.js': "import { run } from './run.js'; run(1);",
      'src/b.js': "import { run } from './run.js'; run(2);",
    };
    expect(sites('export «function run() {}»', files, 3).sort()).toEqual(['run(1)', 'run(2)']);
    expect(sites('export «function run() {}»', files, 1)).toEqual([]);
  });

  it('are searched for again after a change', () => {
    const calls = atMark('«function run() {}» run(1);', 'src/run.js', {}, (node, source) => {
      if (!isFunction(node)) throw new Error('No function is marked.');
      const evaluation = evaluationBy();
      const first = callSitesOf(node, source, evaluation);
      expect(callSitesOf(node, source, evaluation)).toBe(first);
      expect(callSitesOf(node, source, evaluation, 7)).not.toBe(first);
      evaluation.workspace.refresh();
      return first.length;
    });
    expect(calls).toBe(1);
  });

  it('give their arguments', () => {
    const given = atMark('«function run() {}» run(1, a); run(2); run(3, b);', 'src/run.js', {}, (node, source) =>
      isFunction(node)
        ? argumentsGiven(node, 1, source, evaluationBy()).map((each) => textOf(each.node, each.source))
        : [],
    );
    expect(given).toEqual(['a', 'b']);
  });
});

const CODE = `
function route(path, work) { app.get(path, (req, res) => work(req, res)); }
route('/a', list);
route('/b', list);`;

it('the calls of a function are looked for once, by each of two evaluations that take turns', () => {
  inPackage([], { 'src/app.js': CODE }, 'src/app.js', (source) => {
    const [route] = outlineOf(source).functions;
    if (route === undefined) throw new Error('There is no function.');
    const [one, other] = [recognition(), evaluationBy()];
    expect(one).not.toBe(other);
    const first = callSitesOf(route, source, one, 150);
    expect(first).toHaveLength(2);
    callSitesOf(route, source, other, 150);
    callSitesOf(route, source, one);
    expect(callSitesOf(route, source, one, 150)).toBe(first);
  });
});

it('the calls in a function are looked for once', () => {
  const source = sourceFrom(CODE);
  const [, inner] = outlineOf(source).functions;
  if (inner === undefined) throw new Error('There is no function.');
  expect(innerCalls(inner, source)).toHaveLength(1);
  expect(innerCalls(inner, source)).toBe(innerCalls(inner, source));
});
