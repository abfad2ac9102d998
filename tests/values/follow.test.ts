import { describe, expect, it } from 'vitest';
import { recognition } from '../support/engine.ts';
import { atMark } from '../support/values.ts';

type Row = readonly [title: string, code: string, text: string | undefined, files?: Readonly<Record<string, string>>];

/** The text that a marked expression leads to. */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  'a name leads': [
    ['to what it is declared as', 'const run = wrap(go); «run»', 'wrap(go)'],
    ['on, to what another name is declared as', 'const a = wrap(go); const run = a; «run»', 'wrap(go)'],
    ['to a function', 'function run() {} «run»', 'function run() {}'],
    ['to the function that a parameter has by default', 'function go(run = () => 1) { «run»; }', '() => 1'],
    ['nowhere if it is written twice', 'let run = wrap(go); run = wrap(stop); «run»', undefined],
    ['nowhere if it is declared without a value', 'let run; run = wrap(go); «run»', undefined],
    ['nowhere if nothing declares it', '«run»', undefined],
    ['nowhere if it is a parameter', 'function go(run) { «run»; }', undefined],
    ['nowhere if it is an import of a package', "import { run } from 'acme'; «run»", undefined],
    [
      'into another file',
      "import { run } from './a.js'; «run»",
      'wrap(go)',
      { 'src/a.ts': 'export const run = wrap(go);' },
    ],
    [
      'to the default of another file',
      "import run from './a.js'; «run»",
      'wrap(go)',
      { 'src/a.ts': 'export default wrap(go);' },
    ],
    [
      'nowhere for a whole file',
      "import * as a from './a.js'; «a»",
      undefined,
      { 'src/a.ts': 'export const run = wrap(go);' },
    ],
    [
      'to a part of a file',
      "const { run } = require('./a.js'); «run»",
      'wrap(go)',
      { 'src/a.js': 'exports.run = wrap(go);' },
    ],
    [
      'to a part of a file, under another name',
      "const { stop, run: go } = require('./a.js'); «go»",
      'wrap(go)',
      { 'src/a.js': 'exports.stop = wrap(stop); exports.run = wrap(go);' },
    ],
    [
      'nowhere for the rest of a file',
      "const { stop, ...run } = require('./a.js'); «run»",
      undefined,
      { 'src/a.js': 'exports.stop = wrap(stop); exports.run = wrap(go);' },
    ],
    ['to a function that is a part of an object', 'const { run } = { run: () => 1 }; «run»', '() => 1'],
    ['nowhere for another part of an object', 'const { run } = { run: wrap(go) }; «run»', undefined],
    ['to a function that is a part of a list', 'const [run] = [() => 1]; «run»', '() => 1'],
    ['nowhere for itself', 'const run = run; «run»', undefined],
  ],
  'a member leads': [
    ['to that of an object', 'const api = { run: wrap(go) }; «api.run»', 'wrap(go)'],
    ['to the function that an object gets later', 'const api = {}; api.run = () => 1; «api.run»', '() => 1'],
    ['nowhere for one that is not there', 'const api = { run: wrap(go) }; «api.stop»', undefined],
    ['nowhere if it is computed', 'const api = { run: wrap(go) }; «api[x]»', undefined],
    ['to a field', 'class A { run = wrap(go); } const a = new A(); «a.run»', 'wrap(go)'],
    ['not to a static field', 'class A { static run = wrap(go); } const a = new A(); «a.run»', undefined],
    ['to a static field', 'class A { static run = wrap(go); run = wrap(stop); } «A.run»', 'wrap(go)'],
    ['to a method', 'class A { run() {} } const a = new A(); «a.run»', '() {}'],
    [
      'to that of another file',
      "import * as a from './a.js'; «a.run»",
      'wrap(go)',
      { 'src/a.ts': 'export const run = wrap(go);' },
    ],
    [
      'to that of a class of another file',
      "import { A } from './a.js'; «A.run»",
      'wrap(go)',
      { 'src/a.ts': 'export class A { static run = wrap(go); }' },
    ],
    [
      'to that of an object of another file',
      "import { api } from './a.js'; «api.run»",
      'wrap(go)',
      { 'src/a.ts': 'export const api = { run: wrap(go) };' },
    ],
    ['nowhere for a package', "import api from 'acme'; «api.run»", undefined],
    ['nowhere for what is not known', 'const api = 1; «api.run»', undefined],
  ],
  'another expression leads to itself:': [
    ['a call', '«wrap(go)»', 'wrap(go)'],
    ['a function', 'const run = «() => 1»;', '() => 1'],
    ['one that is wrapped', '«(wrap(go))!»', 'wrap(go)'],
  ],
};

describe.each(Object.entries(ROWS))('%s', (_what, rows) => {
  it.each(rows.map(([title, code, text, files]) => ({ title, code, text, files })))(
    '$title',
    ({ code, text, files }) => {
      const path = files !== undefined && 'src/a.js' in files ? 'src/app.js' : 'src/app.ts';
      const found = atMark(code, path, files ?? {}, (node, source) => {
        const place = recognition().follow(node, source);
        return place?.source.text.slice(...place.node.range);
      });
      expect(found).toBe(text);
    },
  );
});
