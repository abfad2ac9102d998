import { describe, expect, it } from 'vitest';
import { isFunction } from '../../src/syntax/function.ts';
import { calleeOf, callsOf } from '../../src/values/calls-by-name.ts';
import { evaluationBy } from '../support/engine.ts';
import { atMark } from '../support/values.ts';

type Files = Readonly<Record<string, string>>;
type Row = readonly [title: string, code: string, calls: readonly string[], files?: Files];

/** What the marked function is called by, and its calls in the package. */
function called(code: string, files: Files = {}): { names: readonly string[] | undefined; calls: string[] } {
  return atMark(code, 'src/start.js', files, (node, source) => {
    if (!isFunction(node)) throw new Error('No function is marked.');
    const callee = calleeOf(node, source);
    const found = callee === undefined ? [] : callsOf(callee, source, evaluationBy());
    return { names: callee?.names, calls: found.map(({ call, from }) => from.text.slice(...call.range)).sort() };
  });
}

const many = (text: string, files: number): Files =>
  Object.fromEntries(Array.from({ length: files }, (_, at) => [`src/m${at}.js`, text]));

describe('the words by which a function is called', () => {
  it.each([
    ['its name', '«function run() {}»', ['run']],
    ['not a short one', '«function go() {}»', []],
    ['one of three letters', '«function put() {}»', ['put']],
    ['that of its class', 'class Api { constructor«() {}» }', ['Api']],
    ['that of the variable of its class', 'const Api = class { constructor«() {}» };', ['Api']],
    ['the file of a default', 'export default «() => 1»', ['start']],
    ['the file of a class that is a default', 'export default class { constructor«() {}» }', ['start']],
    ['the file of a whole module', 'module.exports = «() => 1»', ['start']],
    ['both of a named default', 'export default «function run() {}»', ['run', 'start']],
    ['once if both are the same', 'export default «function start() {}»', ['start']],
    ['none of a function in place', '(«() => 1»)()', undefined],
    ['none of an argument', 'use(«() => 1»)', undefined],
    ['none of a part that is called exports', 'const x = { exports: «() => 1» };', undefined],
    ['none of a part that is called default', 'const x = { default: «() => 1» };', undefined],
  ])('%s', (_title, code, names) => {
    expect(called(code).names).toEqual(names);
  });
});

const ROWS: readonly Row[] = [
  ['in its file', '«function run() {}» run(1); stop(2); x.run(3);', ['run(1)']],
  [
    'by a part of an import',
    'exports.run = «() => 1»',
    ['x.run(1)'],
    { 'src/a.js': "const x = require('./start'); x.run(1);" },
  ],
  [
    'compiled',
    'exports.run = «() => 1»',
    ['(0, x.run)(1)'],
    { 'src/a.js': "const x = require('./start'); (0, x.run)(1);" },
  ],
  [
    'of a default, compiled',
    'exports.default = run; «function run() {}» Object.defineProperty(exports, "__esModule", { value: true });',
    ['(0, run.default)(1)'],
    { 'src/a.js': "const run = __importDefault(require('./start')); (0, run.default)(1);" },
  ],
  [
    'with type arguments',
    'export «function run() {}»',
    ['run<A>(1)'],
    { 'src/a.ts': "import { run } from './start.js'; run<A>(1);" },
  ],
  [
    'not of an instance that is called like the class',
    'export class Api { constructor«() {}» }',
    ["new (require('./start').Api)()"],
    { 'src/a.js': "const Api = new (require('./start').Api)(); Api(1);" },
  ],
  ['by an optional call', '«function run() {}» run?.(1);', ['run?.(1)']],
  ['of a class', 'class Api { constructor«() {}» } new Api(1); new Other(2);', ['new Api(1)']],
  ['of its heirs', 'class Api { constructor«() {}» } class B extends Api {} new B(1);', ['new B(1)']],
  [
    'not of heirs with a constructor of their own, but by super',
    'class Api { constructor«() {}» } class B extends Api { constructor() { super(2); } } new B(1);',
    ['super(2)'],
  ],
  [
    'not of heirs of another class',
    'class Api { constructor«() {}» } class Other {} class B extends Other {} new B(1);',
    [],
  ],
  [
    'of heirs in another file',
    'export class Api { constructor«() {}» }',
    ['new B(1)'],
    { 'src/b.js': "import { Api } from './start.js'; class B extends Api {} new B(1);" },
  ],
  [
    'of heirs of heirs of heirs',
    'class Api { constructor«() {}» } class B extends Api {} class C extends B {} class D extends C {} new D(1);',
    ['new D(1)'],
  ],
  [
    'not of a method that super calls',
    'class Api { constructor«() {}» } class B extends Api { go() { super.go(1); } }',
    [],
  ],
  [
    'by the name that a file gives it',
    'module.exports = «() => 1»',
    ['go(1)'],
    { 'src/a.js': "const go = require('./start'); go(1); stop(2);" },
  ],
  [
    'in place',
    'module.exports = «() => 1»',
    ["require('./start')(1)"],
    { 'src/a.js': "require('./start')(1); require('./other')(2);" },
  ],
  [
    'in twenty-five files, its own among them',
    'export «function run() {}»',
    Array.from({ length: 24 }, () => 'run(1)'),
    many("import { run } from './start.js'; run(1);", 24),
  ],
  [
    'not in more files that import it',
    'export «function run() {}»',
    [],
    many("import { run } from './start.js'; run(1);", 25),
  ],
  [
    'in the files that import it, if many have another of the name',
    'exports.run = «() => 1»',
    ['x.run(1)'],
    { ...many('run(2);', 30), 'src/a.js': "const x = require('./start'); x.run(1);" },
  ],
  ['forty', `«function run() {}» ${'run(1); '.repeat(40)}`, Array.from({ length: 40 }, () => 'run(1)')],
  ['not more', `«function run() {}» ${'run(1); '.repeat(41)}`, []],
  [
    'not more of several files',
    `export «function run() {}» ${'run(1); '.repeat(30)}`,
    [],
    { 'src/a.js': `import { run } from './start.js'; ${'run(1); '.repeat(30)}` },
  ],
];

describe('the calls of a function by its words', () => {
  it.each(ROWS.map(([title, code, calls, files]) => ({ title, code, calls, files })))(
    '$title',
    ({ code, calls, files }) => {
      expect(called(code, files).calls).toEqual(calls);
    },
  );
});
