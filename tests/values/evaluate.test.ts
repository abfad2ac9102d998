import { describe, expect, it } from 'vitest';
import type { ValueRow } from '../support/values.ts';
import { valueIn, valuesAre } from '../support/values.ts';

const ROWS: Readonly<Record<string, readonly ValueRow[]>> = {
  names: [
    ['a function', 'function run() {} «run»', 'function run'],
    ['a function that is written anew', 'function run() {} run = other; «run»', undefined],
    ['an arrow', 'const run = () => 1; «run»', 'function run'],
    ['an alias', 'const run = () => 1; const go = run; «go»', 'function run'],
    ['a name that is written twice', 'let run = () => 1; run = () => 2; «run»', undefined],
    ['a name that is written later', 'let run; run = () => 1; «run»', 'function run'],
    ['a global', '«setTimeout»', 'global#setTimeout'],
    ['by globalThis', '«globalThis.setTimeout»', 'global#setTimeout'],
    [
      'a name without a value, with a type',
      'declare const send: () => void; «send»',
      'signature TSFunctionType, line 1',
    ],
    ['a type beside a value that is known', 'const run: unknown = () => 1; «run»', 'function run'],
    ['a type beside a global', 'class A {} const a: A = x; «a»', 'new A'],
    ['a namespace', 'namespace N { export const x = 1 } «N»', 'typed TSModuleDeclaration'],
    ['a value that a type is called like', 'class B {} const A = new B(); type A = string; «A»', 'new B'],
    ['a name that nothing says', 'try { run(); } catch (error) { «error»; }', undefined],
  ],
  'what a type parameter stands for in a result': [
    ['the argument of that type', 'class B {} declare function same<T>(x: T): T; «same(new B())»', 'new B'],
    [
      'and of no other',
      'class A {} class B {} declare function b<A1, T>(a: A1, b: T): T; «b(new A(), new B())»',
      'new B',
    ],
    [
      'what is awaited',
      'class B {} declare function load<T>(x: T): Promise<T>; async () => { const b = await load(new B()); «b» }',
      'new B',
    ],
    ['what a callback gives', 'class B {} declare function once<T>(make: () => T): T; «once(() => new B())»', 'new B'],
    ['an instance of a class', 'class B {} declare function make<T>(of: new () => T): T; «make(B)»', 'new B'],
    ['of a class by the name of its type', 'class B {} declare function make<T>(of: Type<T>): T; «make(B)»', 'new B'],
    ['what is written', 'class A {} class B {} declare function make<T>(x: T): T; «make<B>(new A())»', 'new B'],
    [
      'not an instance of a value of another type',
      'class B {} declare function make<T>(of: Type<number>): T; «make(B)»',
      undefined,
    ],
    ['not what is spread', 'class B {} declare function same<T>(x: T): T; «same(...[new B()])»', undefined],
  ],
  'what is taken apart': [
    [
      'not the default of a part that is there',
      'class B {} class C {} const { b = new B() } = { b: new C() }; «b»',
      'new C',
    ],
    ['the default of a part of a parameter', 'class B {} export function go({ b = new B() }) { «b» }', 'new B'],
    [
      'the default of a part of a parameter, in the function',
      'class B {} export function go(options) { const { b = new B() } = options; «b» }',
      'new B',
    ],
    ['not what is written again', 'class B {} let { b } = { b: new B() }; b = x(); «b»', undefined],
    ['not the default inside of a list', 'class B {} export function go([b = new B()]) { «b» }', undefined],
    ['an arrow makes nothing', 'const F = () => 1; «new F()»', undefined],
  ],
  'what is yielded': [
    ['of several', 'const run = () => 1; async () => { const [a] = await Promise.all([run]); «a» }', 'function run'],
    [
      'a member that every object has is none of them',
      'const run = () => 1; async () => { const all = await Promise.all([run]); «all.toString» }',
      'global#Promise.all.().toString',
    ],
  ],
  parameters: [
    ['without a type', 'function go(app) { «app» }', 'parameter 0 of go'],
    ['a member of one', 'function go(a, app) { «app.log.info» }', 'parameter 1.log.info of go'],
    ['destructured', 'function go({ server: { log } }) { «log» }', 'parameter 0.server.log of go'],
    ['with a default', 'const run = () => 1; function go(f = run) { «f» }', 'function run'],
    ['with a default in a pattern', 'const run = () => 1; function go({ f = run }) { «f» }', 'function run'],
    ['with a type', 'class A {} function go(a: A) { «a» }', 'new A'],
    ['with a type and a default', 'class A {} class B {} function go(a: A = new B()) { «a» }', 'new A'],
    ['of a constructor', 'class A {} class B { constructor(private a: A) { «a» } }', 'new A'],
    ['in an array', 'function go([a]) { «a» }', undefined],
  ],
  'types that are written': [
    ['an enum', 'enum E { a } function go(e: E) { «e» }', 'parameter 0 of go'],
    ['a primitive', 'declare const x: string; «x»', undefined],
    ['a global type', 'function go(req: Request) { «req.signal» }', 'global#Request.new.signal'],
    ['of a global namespace', 'function go(req: Express.Request) { «req» }', 'global#Express.Request.new'],
    ['of a package', "import type { A } from 'acme'; function go(a: A) { «a.b» }", 'acme#A.new.b'],
    ['of its namespace', "import * as acme from 'acme'; function go(a: acme.A) { «a» }", 'acme#A.new'],
    [
      'a union: the first that says anything',
      "import type { A } from 'acme'; function go(a: null | A) { «a.b» }",
      'acme#A.new.b',
    ],
    [
      'an intersection with a literal',
      "import type { A } from 'acme'; class U {} function go(a: A & { u: U }) { «a.u» }",
      'new U',
    ],
    [
      'and what it does not have',
      "import type { A } from 'acme'; class U {} function go(a: A & { u: U }) { «a.b» }",
      'acme#A.new.b',
    ],
    [
      'an intersection with a class',
      'class A { run() {} } interface U { u(): void } function go(a: A & U) { «a.run» }',
      'function A.run',
    ],
    ['Partial', "import type { A } from 'acme'; function go(a: Partial<A>) { «a» }", 'acme#A.new'],
    ['an array', 'function go(xs: A[]) { «xs» }', 'typed TSArrayType'],
    ['a record', 'class A {} function go(xs: Record<string, A>) { «xs.y» }', 'new A'],
    [
      'an own type called like a global one',
      'type Record<K, T> = { k: K }; class A {} function go(xs: Record<A, 1>) { «xs.k» }',
      'new A',
    ],
    ['a parameter without an argument', 'function go<T>(x: T) { «x» }', 'parameter 0 of go'],
    ['a parameter with a constraint', 'class A {} function go<T extends A>(x: T) { «x» }', 'new A'],
    ['a promise', 'class A {} declare const p: Promise<A>; «p»', 'promise of new A'],
    [
      'a class of its arguments',
      'class U {} class Box<T> { value: T } function go(box: Box<U>) { «box.value» }',
      'new U',
    ],
    [
      'through what it extends',
      'class U {} class Base<T> { value: T } class Box<V> extends Base<V> {} function go(box: Box<U>) { «box.value» }',
      'new U',
    ],
    [
      'what a method of it gives',
      'class U {} class Box<T> { get(): T { return x; } } function go(box: Box<U>) { «box.get()» }',
      'new U',
    ],
  ],
  members: [
    ['a method', 'class A { run() {} } const a = new A(); «a.run»', 'function A.run'],
    ['a static one', 'class A { static run() {} run() {} } «A.run»', 'function A.run'],
    ['not the static one', 'class A { static run() {} } const a = new A(); «a.run»', undefined],
    ['an inherited one', 'class A { run() {} } class B extends A {} const b = new B(); «b.run»', 'function A.run'],
    ['by super', 'class A { run() {} } class B extends A { run() { «super.run»; } }', 'function A.run'],
    [
      'by super, of a package',
      "import { A } from 'acme'; class B extends A { run() { «super.run»; } }",
      'acme#A.new.run',
    ],
    ['by super, outside of a class', 'const a = { run() { «super.run»; } };', undefined],
    ['by a private name', 'class A { #run() {} go() { «this.#run»; } }', 'function A.#run'],
    ['a getter', 'const run = () => 1; class A { get run() { return run; } go() { «this.run»; } }', 'function run'],
    [
      'a getter beside a setter',
      'const run = () => 1; class A { set run(x) {} get run() { return run; } go() { «this.run»; } }',
      'function run',
    ],
    ['a setter alone', 'class A { set run(x) {} go() { «this.run»; } }', undefined],
    ['a field', 'class B {} class A { b = new B(); go() { «this.b»; } }', 'new B'],
    ['a field with a type', 'class B {} class A { b: B; go() { «this.b»; } }', 'new B'],
    ['a field of both', 'interface I {} class B {} class A { b: I = new B(); go() { «this.b»; } }', 'new B'],
    ['an accessor', 'class B {} class A { accessor b = new B(); go() { «this.b»; } }', 'new B'],
    [
      'set in the constructor',
      'class B {} class A { constructor() { this.b = new B(); } go() { «this.b»; } }',
      'new B',
    ],
    [
      'set there for a field',
      'class B {} class A { b; constructor() { this.b = new B(); } go() { «this.b»; } }',
      'new B',
    ],
    [
      'set there twice: any of both, the first beside the other',
      'class B {} class A { constructor(x) { if (x) this.b = new B(); else this.b = new A(); } go() { «this.b»; } }',
      'new B',
    ],
    [
      'a parameter of the constructor',
      'class B {} class A { constructor(private readonly b: B) {} go() { «this.b»; } }',
      'new B',
    ],
    ['of this in a static method', 'class A { static run() {} static go() { «this.run»; } }', 'function A.run'],
    ['of an object', 'const api = { run() {} }; «api.run»', 'function api.run'],
    [
      'of an object: the last',
      'const a = () => 1; const b = () => 2; const api = { run: a, run: b }; «api.run»',
      'function b',
    ],
    ['spread', 'const base = { run() {} }; const api = { ...base }; «api.run»', 'function base.run'],
    ['before a spread', 'const base = { run() {} }; const api = { run: 1, ...base }; «api.run»', 'function base.run'],
    ['after a spread', 'const base = { run() {} }; const api = { ...base, run() {} }; «api.run»', 'function api.run'],
    [
      'a getter of an object',
      'const run = () => 1; const api = { get run() { return run; } }; «api.run»',
      'function run',
    ],
    ['of this in an object', 'const api = { run() {}, go() { «this.run»; } };', 'function api.run'],
    ['an element', 'const run = () => 1; const all = [run]; «all[0]»', 'function run'],
    ['that is computed', 'const api = { run() {} }; «api[name]»', undefined],
    ['bind', 'function run() {} «run.bind(1)»', 'function run'],
    ['of a package', "import acme from 'acme'; «acme.mail.send»", 'acme#mail.send'],
  ],
  calls: [
    ['what is returned', 'class A {} function make() { return new A(); } «make()»', 'new A'],
    ['the type that is returned', 'class A {} declare function make(): A; «make()»', 'new A'],
    ['what a promise is of', 'class A {} declare function make(): Promise<A>; «await make()»', 'new A'],
    [
      'what says more than the type',
      'interface I {} class A {} function make(): I { return new A(); } «make()»',
      'new A',
    ],
    ['new', 'class A {} «new A()»', 'new A'],
    ['new of a construct signature', 'class A {} declare const make: { new (): A }; «new make()»', 'new A'],
    ['new of a constructor type', 'class A {} declare const make: new () => A; «new make()»', 'new A'],
    ['new of a package', "import { A } from 'acme'; «new A().b()»", 'acme#A.new.b.()'],
    ['awaited of a package', "import { a } from 'acme'; «(await a()).b»", 'acme#a.().b'],
    ['a template', "import { sql } from 'acme'; «sql`x`»", 'acme#sql.`…`'],
    ['require', "const { a } = require('acme'); «a()»", 'acme#a.()'],
    ['import()', "const acme = await import('acme'); «acme.a»", 'acme#a'],
    ['of both branches the first', 'const a = () => 1; const b = () => 2; «(x ? a : b)»', 'function a'],
    ['of either the first', 'const a = () => 1; const b = () => 2; «(a ?? b)»', 'function a'],
    ['of both the last', 'const a = () => 1; const b = () => 2; «(a && b)»', 'function b'],
    ['a sequence', 'const a = () => 1; «(x, a)»', 'function a'],
    ['wrapped', 'const a = () => 1; «a!»', 'function a'],
  ],
};

valuesAre(ROWS);

describe('imports', () => {
  const files = {
    'src/a.ts':
      "export default function main() {} export const x = () => 1; export { x as 'the-x' }; export class A {} export * from './b.js'; export * as all from './b.js'; export { y as z } from './b.js';",
    'src/b.ts': 'export const y = () => 1; export namespace N { export function run() {} }',
    'src/c.cjs': 'exports.a = () => 1; module.exports.b = class B {};',
    'src/d.cjs': 'module.exports = { run() {} };',
    'src/e.ts': 'class E {} export = E;',
  };
  it.each([
    ['a name', "import { x } from './a.js'; «x»", 'function x'],
    ['a renamed one', "import { x as q } from './a.js'; «q»", 'function x'],
    ['a name in quotes', "import { 'the-x' as q } from './a.js'; «q»", 'function x'],
    ['the default', "import m from './a.js'; «m»", 'function main'],
    ['the default by its name', "import { default as m } from './a.js'; «m»", 'function main'],
    ['all', "import * as a from './a.js'; «a.x»", 'function x'],
    ['re-exported', "import { y } from './a.js'; «y»", 'function y'],
    ['re-exported under another name', "import { z } from './a.js'; «z»", 'function y'],
    ['re-exported as a whole', "import { all } from './a.js'; «all.y»", 'function y'],
    ['a class', "import { A } from './a.js'; «new A()»", 'new A'],
    ['a name that is not there', "import { q } from './a.js'; «q»", undefined],
    ['import =', "import E = require('./e.js'); «E»", 'class E'],
    ['require', "const c = require('./c.cjs'); «c.a»", 'function a'],
    ['of module.exports', "const c = require('./c.cjs'); «c.b»", 'class B'],
    ['the whole', "const d = require('./d.cjs'); «d.run»", 'function run'],
    ['what leads nowhere', "import { q } from './nowhere.js'; «q»", undefined],
    ['a package', "import q, { a as b } from 'acme'; «b»", 'acme#a'],
    ['its default', "import q, { a as b } from 'acme'; «q»", 'acme#default'],
    ['all of it', "import * as q from 'acme'; «q()»", 'acme#default.()'],
    ['a name in quotes of it', "import { 'a-b' as q } from 'acme'; «q»", 'acme#a-b'],
    ['import = of it', "import q = require('acme'); «q.a»", 'acme#a'],
  ])('%s', (_title, code, value) => {
    expect(valueIn(code, files)).toBe(value);
  });

  it.each([
    ['of a file with itself', "import { a } from './self.js'; «a»", undefined],
    ['of two', "import { stop } from './index.js'; «stop»", undefined],
    ['beside what is there', "import { go } from './index.js'; «go»", 'function go'],
  ])('a cycle of exports %s', (_title, code, value) => {
    const cycle = {
      'src/self.js': "export { a } from './self.js';",
      'src/index.js': "export { stop, go } from './stop.js';",
      'src/stop.js': "export { stop } from './index.js'; export function go() {}",
    };
    expect(valueIn(code, cycle)).toBe(value);
  });
});
