import type { ValueRow } from '../support/values.ts';
import { valuesAre } from '../support/values.ts';

/** More files than are searched for one name. */
function manyThat(name: string): Record<string, string> {
  return Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`src/many/m${at}.js`, `${name}(new Other());`]));
}

/** The code stands in a file of CommonJS or ES modules, and is asked what the marked expression is. */
const ROWS: Readonly<Record<string, readonly ValueRow[]>> = {
  'what is passed to a parameter': [
    ['of a constructor', 'class B {} class Api { constructor(b) { «b»; } } new Api(new B());', 'new B'],
    [
      'and set as a field',
      'class B {} class Api { constructor(b) { this.b = b; } start() { «this.b»; } } new Api(new B());',
      'new B',
    ],
    ['of a function', 'class B {} function start(b) { «b» } start(new B());', 'new B'],
    ['taken apart', 'class B {} function start({ b }) { «b» } start({ b: new B() });', 'new B'],
    [
      'of one that is extended',
      'class B {} class Api { constructor(b) { «b»; } } class C extends Api {} new C(new B());',
      'new B',
    ],
    [
      'by super',
      'class B {} class Api { constructor(b) { «b»; } } class C extends Api { constructor() { super(new B()); } }',
      'new B',
    ],
    ['of a function that is called in place', 'class B {} (function (b) { «b» })(B);', 'class B'],
    [
      'by another file',
      'export class Api { constructor(b) { «b»; } }',
      'new B',
      { 'src/b.js': "import { Api } from './app.js'; class B {} new Api(new B());" },
    ],
    [
      'by one that calls it otherwise',
      'module.exports = (b) => { «b» };',
      'new B',
      { 'src/b.js': "const start = require('./app'); class B {} start(new B());" },
    ],
    [
      'by one that calls what has a name otherwise',
      'module.exports = function run(b) { «b» };',
      'new B',
      { 'src/b.js': "const start = require('./app'); class B {} start(new B());" },
    ],
    [
      'by one of many files that use the same name, as it imports the function',
      'exports.start = function start(b) { «b» };',
      'new B',
      { ...manyThat('start'), 'src/b.js': "const { start } = require('./app'); class B {} start(new B());" },
    ],
    [
      'not by one of many files that uses the same name for another function',
      'exports.start = function start(b) { «b» };',
      'parameter 0 of start',
      { ...manyThat('start'), 'src/b.js': "const { start } = require('./c'); class B {} start(new B());" },
    ],
    [
      'differently: the first beside the other',
      'class B {} class C {} function start(b) { «b» } start(new B()); start(new C());',
      'new B',
    ],
    ['by few of whom one is not known', 'class B {} function start(b) { «b» } start(new B()); start(x());', 'new B'],
    [
      'not a function, which is judged where it is passed',
      'function start(run) { «run» } start(async () => {});',
      'parameter 0 of start',
    ],
    [
      'not what comes after a spread',
      'class B {} function start(a, b) { «b» } start(...x, new B());',
      'parameter 1 of start',
    ],
    [
      'not to another function of the name',
      'class B {} function start(b) { «b» } class C { start(b) {} } new C().start(new B());',
      'parameter 0 of start',
    ],
    [
      'of a class that inherits its constructor twice',
      'class B {} class Api { constructor(b) { «b»; } } class C extends Api {} class D extends C {} new D(new B());',
      'new B',
    ],
    [
      'not of a class with a constructor of its own',
      'class B {} class Api { constructor(b) { «b»; } } class C extends Api { constructor(b) { super(1); } } new C(new B());',
      'parameter 0 of Api.constructor',
    ],
    ['not where nothing calls it', 'export function start(b) { «b» }', 'parameter 0 of start'],
    ['not what a framework gives', 'class B {} function start(req) { «req» } start(new B());', 'parameter 0 of start'],
    [
      'what came before in a chain',
      'class B {} load().then((b) => { «b» }); async function load() { return new B(); }',
      'new B',
    ],
    [
      'the same for a function with a name',
      'class B {} load().then(start); const start = (b) => { «b» }; async function load() { return new B(); }',
      'new B',
    ],
    [
      'not for its second parameter',
      'class B {} load().then(start); const start = (a, b) => { «b» }; async function load() { return new B(); }',
      'parameter 1 of start',
    ],
    [
      'not where a rejection goes',
      'class B {} load().catch(start); const start = (b) => { «b» }; async function load() { return new B(); }',
      'parameter 0 of start',
    ],
  ],
  'what a call gives by its arguments': [
    ['the same object, frozen', 'class B {} const app = Object.freeze({ b: new B() }); «app.b»;', 'new B'],
    [
      'not an object made of it',
      'class B {} const app = Object.entries({ b: new B() }); «app.b»;',
      'global#Object.entries.().b',
    ],
    ['what its parameter is', 'class B {} const same = (x) => x; «same(new B())»', 'new B'],
    ['what its callback gives', 'class B {} function once(make) { return make(); } «once(() => new B())»', 'new B'],
    [
      'an instance of the class that it is given',
      "import { Container } from 'typedi'; class B {} «Container.get(B)»",
      'new B',
    ],
    [
      'not of a class that a function of ours is given',
      'class B {} const box = { get() { return 1; } }; «box.get(B)»',
      undefined,
    ],
    [
      'not for a name',
      "import express from 'express'; const app = express(); «app.get('x')»",
      'express#default.().get.()',
    ],
  ],
  'members that code adds': [
    ['to a function', 'function F() {} F.run = function () {}; «F.run»', 'function run'],
    ['to an object', 'const M = {}; M.run = () => 1; «M.run»', 'function run'],
    ['to a class', 'class C {} C.run = () => 1; «C.run»', 'function run'],
    ['by Object.assign', 'const M = {}; const run = () => 1; Object.assign(M, { run }); «M.run»', 'function run'],
    [
      'by a function that it is given to',
      'const M = {}; const mix = (x) => { x.run = () => 1; }; mix(M); «M.run»',
      'function mix.run',
    ],
    ['to a parameter', 'function go(User) { User.run = () => 1; «User.run»; }', 'function go.run'],
    ['to itself', 'const M = {}; Object.assign(M, M); «M.run»', undefined],
    ['spread into itself', 'class A { go() { this.x = { ...this.x, a: 1 }; «this.x.b»; } }', undefined],
    [
      "to a package's value",
      "import db from 'acme'; const User = db.define('User'); User.load = async () => 1; «User.load»",
      'function load',
    ],
    [
      "not what is added twice to a package's value",
      "import db from 'acme'; const User = db.define('User'); User.load = () => 1; User.load = () => 2; «User.load»",
      'acme#define.().load',
    ],
    ['to a part of it', 'const M = {}; M.part = {}; M.part.run = () => 1; «M.part.run»', 'function run'],
    ['to a part that it is made with', 'const M = { part: {} }; M.part.run = () => 1; «M.part.run»', 'function run'],
    ['not to another part', 'const M = { a: {}, b: {} }; M.a.run = () => 1; «M.b.run»', undefined],
    ['not to another', 'const M = {}; const N = {}; N.run = () => 1; «M.run»', undefined],
  ],
  'functions that make objects': [
    [
      'whose method something unknown wraps',
      'function Api(jobs) { this.run = jobs.wrap(this.run.bind(this)); } Api.prototype.run = function () {}; function start(jobs) { const api = new Api(jobs); «api.run»; }',
      'function run',
    ],
    [
      'whose method is another one',
      'function stop() {} function Api() { this.run = stop; } Api.prototype.run = function () {}; const api = new Api(x); «api.run»;',
      'function stop',
    ],
    ['a method of the prototype', 'function F() {} F.prototype.run = function () {}; «new F().run»', 'function run'],
    ['an object as prototype', 'function F() {} F.prototype = { run() {} }; «new F().run»', 'function prototype.run'],
    ['what it sets', 'class B {} function F() { this.b = new B(); } «new F().b»', 'new B'],
    [
      'by this, in a method',
      'class B {} function F() { this.b = new B(); } F.prototype.go = function () { «this.b»; };',
      'new B',
    ],
    [
      'what it inherits',
      "const { inherits } = require('util'); function G() {} G.prototype.run = function () {}; function F() {} inherits(F, G); «new F().run»",
      'function run',
    ],
    [
      'a compiled class',
      'var F = /** @class */ (function () { function F() {} F.prototype.run = function () {}; return F; }()); «new F().run»',
      'function F.@.run',
    ],
    [
      'a class that is decorated',
      'let C = class C { run() {} }; C = __decorate([x], C); «new C().run»',
      'function C.C.run',
    ],
    ['not where it is no prototype', 'function F() {} F.other.run = function () {}; «new F().run»', undefined],
  ],
  'compiled modules': [
    [
      '_interopRequireDefault',
      "var _a = _interopRequireDefault(require('./a')); «_a.default.run»",
      'function run',
      { 'src/a.js': 'Object.defineProperty(exports, "__esModule", { value: true }); exports.default = { run() {} };' },
    ],
    [
      'of a module of another kind',
      "var _a = _interopRequireDefault(require('./a')); «_a.default.run»",
      'function run',
      { 'src/a.js': 'module.exports = { run() {} };' },
    ],
    [
      '__importStar',
      "const a = __importStar(require('./a')); «a.run»",
      'function run',
      { 'src/a.js': 'exports.run = function () {};' },
    ],
    [
      'tslib',
      "const tslib_1 = require('tslib'); const a = tslib_1.__importDefault(require('./a')); «a.default»",
      'function default',
      { 'src/a.js': 'exports.default = function () {};' },
    ],
    ['of a package', "var _x = _interopRequireDefault(require('acme')); «_x.default»", 'acme#default'],
    [
      'a getter of exports',
      "«require('./a').run»",
      'function own.run',
      {
        'src/a.js':
          'Object.defineProperty(exports, "run", { enumerable: true, get: function () { return own.run; } }); const own = { run() {} };',
      },
    ],
    [
      '__exportStar',
      "«require('./a').run»",
      'function run',
      { 'src/a.js': '__exportStar(require("./b"), exports);', 'src/b.js': 'exports.run = function () {};' },
    ],
    [
      'Object.assign(module.exports, …)',
      "«require('./a').run»",
      'function @.run',
      { 'src/a.js': 'Object.assign(module.exports, { run() {} });' },
    ],
    [
      'a name of module.exports',
      "«require('./a').run»",
      'function run',
      { 'src/a.js': 'const M = module.exports = {}; M.run = function () {};' },
    ],
    [
      'beside exports.default',
      "«require('./a').run»",
      'function run',
      { 'src/a.js': 'exports.default = 1; exports.run = function () {};' },
    ],
    [
      'in a function of the file',
      "«require('./a').run»",
      'function init.run',
      { 'src/a.js': 'exports.run = undefined; function init() { exports.run = function run() {}; } init();' },
    ],
    ['__decorate', 'class C {} «__decorate([x], C)»', 'class C'],
    [
      'what is injected into a decorated class',
      'class Mail {} let Api = class Api { constructor(mail) { this.mail = mail; } go() { «this.mail»; } }; ' +
        "Api = __decorate([Injectable(), __metadata('design:paramtypes', [Mail])], Api);",
      'new Mail',
    ],
    [
      'not what is injected into another',
      'class Mail {} let Api = class Api { constructor(mail) { this.mail = mail; } go() { «this.mail»; } }; let Other = class Other {}; ' +
        "Other = __decorate([Injectable(), __metadata('design:paramtypes', [Mail])], Other);",
      'parameter 0 of Api.Api.constructor',
    ],
    ["a helper is nobody's code", 'var __awaiter = function () {}; «__awaiter»', 'tslib#__awaiter'],
  ],
};

valuesAre(ROWS, { path: 'src/app.js' });
