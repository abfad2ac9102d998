import { describe, expect, it } from 'vitest';
import { isProcess } from '../../src/values/process.ts';
import { fileName, importingText, isOfImport, isOfModule } from '../../src/values/whole-imports.ts';
import { recognition } from '../support/engine.ts';
import { atMark, valuesAre } from '../support/values.ts';

/** A module whose exports are the members of an object. */
const WHOLE = {
  'src/a.js':
    "const b = require('./b'); const acme = require('acme'); const api = { run() {}, all: [run], part: { go() {} }, A, b, acme, a: new A() }; module.exports = api; function run() {} class A { go() {} }",
  'src/b.js': 'exports.c = () => 1;',
};

valuesAre(
  {
    'what a file of CommonJS exports': [
      ['a name', "«require('./a').run»", 'function run', { 'src/a.js': 'exports.run = () => 1;' }],
      ['a whole', "«require('./a')»", 'function exports', { 'src/a.js': 'module.exports = () => 1;' }],
      ['names alone', "«require('./a')»", 'namespace', { 'src/a.js': 'exports.run = () => 1;' }],
      [
        'names beside a whole',
        "«require('./a').run»",
        'function run',
        { 'src/a.js': 'module.exports = () => 1; module.exports.run = () => 2;' },
      ],
      [
        'a part of a whole',
        "const { run } = require('./a'); «run»",
        'function run',
        { 'src/a.js': 'module.exports = { run() {} };' },
      ],
      [
        'a class that is a part of a whole',
        "const { Api } = require('./a'); «new Api()»",
        'new Api',
        { 'src/a.js': 'class Api {} module.exports = { Api };' },
      ],
      [
        'a list that is a part of a whole',
        "const { all } = require('./a'); «all[0]»",
        'function run',
        { 'src/a.js': 'const run = () => 1; module.exports = { all: [run] };' },
      ],
      [
        'an object that is a part of a whole',
        "const { api } = require('./a'); «api.run»",
        'function api.run',
        { 'src/a.js': 'module.exports = { api: { run() {} } };' },
      ],
      [
        'an instance that is a part of a whole',
        "const { api } = require('./a'); «api»",
        'new Api',
        { 'src/a.js': 'class Api {} module.exports = { api: new Api() };' },
      ],
      [
        'a package’s value that is a part of a whole',
        "const { api } = require('./a'); «api»",
        'acme#b',
        { 'src/a.js': "const { b } = require('acme'); module.exports = { api: b };" },
      ],
      [
        'a module that is a part of a whole',
        "const { b } = require('./a'); «b.run»",
        'function run',
        { 'src/a.js': "module.exports = { b: require('./b') };", 'src/b.js': 'exports.run = () => 1;' },
      ],
      [
        'what is set in a function',
        "«require('./a').run»",
        'function init.run',
        { 'src/a.js': 'function init() { exports.run = () => 1; } init();' },
      ],
      [
        'not what is only declared in a function',
        "«require('./a').run»",
        undefined,
        { 'src/a.js': 'function init() { exports.run = void 0; } exports.x = 1; init();' },
      ],
      [
        'not what another object gets in a function',
        "«require('./a').run»",
        undefined,
        { 'src/a.js': 'function init() { other.run = () => 1; } exports.x = 1; init();' },
      ],
      [
        'what a function gives to it',
        "«require('./a').run»",
        'function add.run',
        { 'src/a.js': 'const add = (to) => { to.run = () => 1; }; add(module.exports);' },
      ],
      [
        'what a function gives to it, as its second argument',
        "«require('./a').run»",
        'function add.run',
        { 'src/a.js': 'const add = (what, to) => { to.run = () => 1; }; skip(exports); add(1, exports);' },
      ],
      [
        'not what a function gives to another argument',
        "«require('./a').run»",
        undefined,
        { 'src/a.js': 'const add = (what, to) => { what.run = () => 1; }; add(1, exports);' },
      ],
      [
        'not what a file of ES modules gives to something of that name',
        "import * as a from './a.js'; «a.run»",
        undefined,
        { 'src/a.js': 'export const x = 1; function init() { exports.run = () => 1; }' },
      ],
      [
        'its default by import',
        "import a from './a.js'; «a.run»",
        'function run',
        { 'src/a.js': 'exports.run = () => 1;' },
      ],
      [
        'no default of an ES module without one',
        "import a from './a.js'; «a»",
        undefined,
        { 'src/a.js': 'export const run = () => 1;' },
      ],
      ['no default of an empty file', "import a from './a.js'; «a»", undefined, { 'src/a.js': '' }],
      ['no default of a file that is not there', "import a from './b.js'; «a»", undefined],
    ],
    'what the object has that a file exports as a whole': [
      ['a function', "const { run } = require('./a'); «run»", 'function api.run', WHOLE],
      ['a list', "const { all } = require('./a'); «all[0]»", 'function run', WHOLE],
      ['an object', "const { part } = require('./a'); «part.go»", 'function api.part.go', WHOLE],
      ['a class', "const { A } = require('./a'); «new A()»", 'new A', WHOLE],
      ['a module', "const { b } = require('./a'); «b.c»", 'function c', WHOLE],
      ['a package', "const { acme } = require('./a'); «acme.x»", 'acme#x', WHOLE],
      ['an instance', "const { a } = require('./a'); «a.go»", 'function A.go', WHOLE],
      ['nothing that is not there', "const { q } = require('./a'); «q»", undefined, WHOLE],
      ['a function, by import', "import { run } from './a.js'; «run»", 'function api.run', WHOLE],
      ['a list, by import', "import { all } from './a.js'; «all[0]»", 'function run', WHOLE],
      ['an object, by import', "import { part } from './a.js'; «part.go»", 'function api.part.go', WHOLE],
      ['a class, by import', "import { A } from './a.js'; «new A()»", 'new A', WHOLE],
      ['a module, by import', "import { b } from './a.js'; «b.c»", 'function c', WHOLE],
      ['a package, by import', "import { acme } from './a.js'; «acme.x»", 'acme#x', WHOLE],
      ['nothing that is not there, by import', "import { q } from './a.js'; «q»", undefined, WHOLE],
      ['all of it, by import', "import * as a from './a.js'; «a.run»", 'function api.run', WHOLE],
    ],
    'the exports of the file itself': [
      ['by name', 'exports.run = () => 1; «exports.run»', 'function run'],
      ['by module', 'exports.run = () => 1; «module.exports.run»', 'function run'],
      ['the whole', 'module.exports = () => 1; «module.exports»', 'function exports'],
      ['not the whole by its other name', 'module.exports = () => 1; «exports»', 'namespace'],
      ['all', 'exports.run = () => 1; «module.exports»', 'namespace'],
      ['not in an ES module', 'export const run = () => 1; «exports»', 'global#exports'],
      ['not a variable of that name', 'const exports = new Map(); «exports»', 'global#Map.new'],
    ],
    'what require gives': [
      ['a package', "«require('acme')»", 'acme#*'],
      ['a call of it', "«require('acme')()»", 'acme#default.()'],
      ['not a function of one’s own', "const require = (x) => new Map(); «require('acme')»", 'global#Map.new'],
      ['not without a name', '«require(x)»', 'global#require.()'],
      ['by a helper', "«__importDefault(require('acme'))»", 'acme#*'],
      ['by a helper of what is no require', 'const run = () => 1; «_interopRequireDefault(run)»', 'function run'],
      ['nothing by a helper of nothing', '«__importDefault()»', 'global#__importDefault.()'],
    ],
    'compiled async functions': [
      [
        'by __awaiter',
        'class A {} function go() { return «__awaiter(this, void 0, void 0, function* () { return new A(); })»; }',
        'new A',
      ],
      ['by _asyncToGenerator', 'const run = «_asyncToGenerator(function* () { yield 1; })»;', 'function run.@'],
      ['whose function is unknown', 'const run = «_asyncToGenerator(work)»;', 'global#_asyncToGenerator.()'],
      [
        'by a function that writes itself anew',
        'class A {} function run() { run = _asyncToGenerator(function* () { return new A(); }); return run.apply(this, arguments); } «run»',
        'function run.@',
      ],
      ['not by one that is written with something else', 'function run() { run = other; return 1; } «run»', undefined],
      [
        'not by one that is written twice',
        'function run() { run = _asyncToGenerator(function* () {}); } run = other; «run»',
        undefined,
      ],
    ],
  },
  { path: 'src/app.js' },
);

describe('whether it is the process', () => {
  it.each([
    ['«process»', true],
    ["import process from 'node:process'; «process»", true],
    ["import proc from 'process'; «proc»", true],
    ["import { env } from 'node:process'; «env.x»", false],
    ['function start(process) { «process»; }', true],
    ['function start(server) { «server»; }', false],
    ['const process = start(); «process»', false],
    ['const process = 1; «process»', false],
    ['«globalThis.process»', false],
    ['const p = process; «p»', true],
    ['«server»', false],
    ['const env = process.env; «env»', false],
    ['«start»()', false],
  ])('%s', (code, expected) => {
    expect(atMark(code, 'src/app.ts', {}, (node, source) => isProcess(node, source, recognition()))).toBe(expected);
  });
});

describe('a whole import', () => {
  it.each([
    ["«require('./a')»", true],
    ["«x('./a')»", false],
    ["const a = require('./a'); «a»", true],
    ["const a = _interopRequireDefault(require('./a')); «a»", true],
    ["const a = _interopRequireDefault(x, require('./a')); «a»", true],
    ["const a = wrap(require('./a')); «a»", false],
    ["import a from './a.js'; «a»", true],
    ["import { a } from './a.js'; «a»", false],
    ["import * as a from './a.js'; «a»", false],
    ['const a = 1; «a»', false],
    ['let a; «a»', false],
    ['«a»', false],
    ["const a = require('./a'); «a.b»", false],
  ])('%s', (code, expected) => {
    atMark(code, 'src/app.ts', {}, (node, source) => {
      expect(isOfImport(node, source)).toBe(expected);
      expect(isOfModule(node, 'a', source)).toBe(expected);
      expect(isOfModule(node, 'other', source)).toBe(false);
    });
  });

  it.each([
    ['/app/src/api.js', 'api'],
    ['/app/src/api.test.js', 'api'],
    ['/app/src/api/index.ts', 'api'],
    ['/app/src/.env', ''],
  ])('the name of %s', (path, name) => {
    expect(fileName(path)).toBe(name);
  });

  it.each([
    ['/app/src/api.js', "require('../api')", true],
    ['/app/src/api.js', "from './api.js'", true],
    ['/app/src/api.ts', "from '../src/api.js'", true],
    ['/app/src/api.mts', "from './api.mjs'", true],
    ['/app/src/api/index.js', "require('./api')", true],
    ['/app/src/api/index.js', "require('./api/index')", true],
    ['/app/src/api/index.js', "require('./api/index.js')", true],
    ['/app/src/api.js', "require('./old-api2')", false],
    ['/app/src/api.js', "require('./myapi')", false],
    ['/app/src/api.js', "require('./api/other')", false],
    ['/app/src/api.v2.js', "require('./api.v2')", true],
    ['/app/src/api.v2.js', "require('./api-v2')", false],
  ])('whether %s is imported by %s', (path, text, expected) => {
    expect(importingText(path).test(text)).toBe(expected);
  });
});
