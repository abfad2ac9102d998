import { expect, it } from 'vitest';
import { addedNames } from '../../src/values/added.ts';
import { atMark, valuesAre } from '../support/values.ts';

const chain = (functions: number): string =>
  Array.from({ length: functions }, (_, at) =>
    at + 1 === functions ? `function m${at}(x) { x.run = () => 1; }` : `function m${at}(x) { m${at + 1}(x); }`,
  ).join(' ');

valuesAre(
  {
    'members that code adds': [
      [
        'to a function that is a whole module',
        'const run = () => 1; module.exports = function () {}; module.exports.go = run; «module.exports.go»',
        'function run',
      ],
      [
        'not to another function of that file',
        'const other = () => 1; module.exports = () => 2; module.exports.go = () => 3; «other.go»',
        undefined,
      ],
      [
        'in a function, to a function that is a whole module',
        'module.exports = function () {}; function init() { module.exports.go = () => 3; } «module.exports.go»',
        'function init.go',
      ],
      [
        'not what a package may have',
        "const acme = require('acme'); const M = {}; Object.assign(M, acme); «M.run»",
        undefined,
      ],
      [
        'what one of two objects has',
        'const M = {}; Object.assign(M, { a: 1 }); Object.assign(M, { run() {} }); «M.run»',
        'function @.run',
      ],
      [
        'by the second of two functions',
        `const M = {}; const skip = (x) => {}; ${chain(1)} skip(M); m0(M); «M.run»`,
        'function m0.run',
      ],
      ['by a function that hands it on', `const M = {}; ${chain(2)} m0(M); «M.run»`, 'function m1.run'],
      ['by a function that three hand it on to', `const M = {}; ${chain(3)} m0(M); «M.run»`, 'function m2.run'],
      ['not by one that more hand it on to', `const M = {}; ${chain(4)} m0(M); «M.run»`, undefined],
      [
        'not by a function that takes it apart',
        'const M = {}; function mix({ x }) { x.run = () => 1; } mix(M); «M.run»',
        undefined,
      ],
      ['not by a function that is only declared', 'const M = {}; mix(M); x.mix(M); «M.run»', undefined],
      [
        'to what new makes',
        'function F() {} Object.assign(F.prototype, { run() {} }); «new F().run»',
        'function @.run',
      ],
      ['not to what new makes', 'function F() {} Object.assign(F, { run() {} }); «new F().run»', undefined],
      ['to a class, not its instances', 'class F {} Object.assign(F, { run() {} }); «F.run»', 'function @.run'],
      ['to instances, not their class', 'class F {} Object.assign(F.prototype, { run() {} }); «F.run»', undefined],
      [
        'to instances by a mixing function',
        'class F {} const mix = (x) => { x.run = () => 1; }; mix(F); «new F().run»',
        undefined,
      ],
      [
        'to a part that is set later',
        'const M = {}; M.part = { a() {} }; M.part.run = () => 1; «M.part.run»',
        'function run',
      ],
      ['not to a part of a part', 'const M = { a: { part: {} } }; M.part.run = () => 1; «M.a.part.run»', undefined],
      [
        'not to a part of what is no name',
        'const M = {}; x().part = M.part = {}; x().part.run = () => 1; «M.part.run»',
        undefined,
      ],
      [
        'twice: the first',
        'const M = {}; M.run = function one() {}; M.run = function two() {}; «M.run»',
        'function one',
      ],
      ['to a name alone', 'function use(User) { User.run = function run() {}; «User.run»; }', 'function use.run'],
      [
        'in a function beside other assignments',
        'function init() { let x; x = 1; exports[x] = 2; exports.run = () => 1; } «exports.run»',
        'function init.run',
      ],
      [
        'by a function after a placeholder',
        'function init() { exports.run = void 0; } const add = (to) => { to.run = () => 1; }; add(module.exports); «exports.run»',
        'function add.run',
      ],
      [
        'by a method that takes it',
        'const add = { to(x) { x.run = () => 1; } }; add.to(module.exports); «exports.run»',
        'function add.to.run',
      ],
      ['not by new', 'function Add(x) { x.run = () => 1; } new Add(module.exports); «exports.run»', undefined],
      ['to nothing in a file without exports', 'const a = 1; function init() { x.run = () => 1; } «a.run»', undefined],
      [
        "to a package's value, beside what is no function",
        "const db = require('acme'); const User = db.define('User'); User.load = async () => 1; User.x = 1; «User.x»",
        'acme#define.().x',
      ],
    ],
  },
  { path: 'src/app.js' },
);

it.each([
  ['const M = «{}»; M.run = 1; M.stop = 2;', ['run', 'stop']],
  ['const M = { part: «{}» }; M.part.run = 1; M.stop = 2;', ['run']],
  ['const M = {}; M.part = «{}»; M.part.run = 1;', ['run']],
  ['const M = «{}»; const N = {}; N.run = 1;', []],
  ['go(«{}»);', []],
])('the names of what is added in %s', (code, names) => {
  expect(atMark(code, 'src/app.js', {}, addedNames)).toEqual(names);
});
