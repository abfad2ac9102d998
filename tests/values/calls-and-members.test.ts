import { expect, it } from 'vitest';
import { recognition } from '../support/engine.ts';
import { atMark, valuesAre } from '../support/values.ts';

const classes = (many: number): string => Array.from({ length: many }, (_, at) => `class K${at} {}`).join(' ');
const made = (many: number, last: string): string =>
  [...Array.from({ length: many }, (_, at) => `if (y === ${at}) return new K${at}();`), `return new ${last}();`].join(
    ' ',
  );
const bases = (many: number): string =>
  Array.from(
    { length: many },
    (_, at) => `class C${at} ${at === 0 ? '{ a = new A(); }' : `extends C${at - 1} {}`}`,
  ).join(' ');
const calls = (many: number, call: string): string => `${call}; `.repeat(many);

valuesAre(
  {
    'what a call gives': [
      [
        'the last of two returns, if the first is nothing',
        'function make() { if (y) return undefined; return new A(); } «make()»',
        'new A',
      ],
      [
        'the last of two returns, if the first is unknown',
        'function make() { if (y) return 1; return new A(); } «make()»',
        'new A',
      ],
      [
        'instances of both',
        'function make() { if (y) return new A(); return new B(); } «make().stop»',
        'function B.stop',
      ],
      ['instances of many', `${classes(30)} function make() { ${made(30, 'B')} } «make().stop»`, 'function B.stop'],
      ['not instances of more', `${classes(31)} function make() { ${made(31, 'B')} } «make().stop»`, undefined],
      [
        'not what an inner function returns',
        'function make() { const f = () => { return new B(); }; return new A(); } «make()»',
        'new A',
      ],
      ['nothing without a return', 'function make() { return; } «make()»', undefined],
      [
        'an object rather than an interface',
        'interface I { a(): void } function make(): I { return { a() {} }; } «make().a»',
        'function make.@.a',
      ],
      [
        'an interface rather than a list',
        'interface I { a(): void } function make(): I { return [] as never; } «make().a»',
        'signature TSMethodSignature, line 1',
      ],
      [
        'what a promise holds that is returned',
        'declare const p: Promise<A>; function make() { return p; } «make()»',
        'new A',
      ],
      ['a type rather than what is returned', 'function make(): A { return new B(); } «make()»', 'new A'],
      ['an object of a signature', 'declare const make: { (): A; x: 1 }; «make()»', 'new A'],
      ['what a function gives that it is given', 'const same = (x) => x; «same(new A())»', 'new A'],
      ['a part of what it is given', 'const part = (x) => x.a; «part({ a: new A() })»', 'new A'],
      ['what a part of what it is given gives', 'const part = (x) => x.a(); «part({ a: () => new A() })»', 'new A'],
      ['a part of a part of what it is given', 'const part = (x) => x.a.b; «part({ a: { b: new A() } })»', 'new A'],
      ['its second argument', 'const second = (x, y) => y; «second(1, new A())»', 'new A'],
      ['not what is spread into it', 'const same = (x) => x; «same(...all)»', undefined],
      ['not what it is not given', 'const same = (x) => x; «same()»', undefined],
      ['not a part that is not there', 'const part = (x) => x.a.b; «part({})»', undefined],
      ['what a callback gives', 'const run = (f) => f(); «run(() => new A())»', 'new A'],
      [
        'the argument of an outer function',
        'const outer = (x) => { const inner = (y) => x; return inner(new B()); }; «outer(new A())»',
        'new A',
      ],
    ],
    'the same object': [
      ['frozen', '«Object.freeze(new A())»', 'new A'],
      ['sealed', '«Object.seal(new A())»', 'new A'],
      ['not extended', '«Object.preventExtensions(new A())»', 'new A'],
      ['not what only begins so', '«Object.freezeAll(new A())»', 'global#Object.freezeAll.()'],
      ['not what only ends so', '«Object.unfreeze(new A())»', 'global#Object.unfreeze.()'],
      ['not by a method of the method', '«Object.freeze.x(new A())»', 'global#Object.freeze.x.()'],
      ['not by another object', '«Objects.freeze(new A())»', 'global#Objects.freeze.()'],
      [
        'not by an Object of a package',
        "import { Object } from 'acme'; «Object.freeze(new A())»",
        'acme#Object.freeze.()',
      ],
      ['not of nothing', '«Object.freeze()»', 'global#Object.freeze.()'],
    ],
    'what a container gives': [
      ['an instance of the class that it is given', "import { Container } from 'acme'; «Container.get(A)»", 'new A'],
      ['also by another method', "import { Container } from 'acme'; «Container.resolve(A)»", 'new A'],
      [
        'also a class of a module',
        "import { Container } from 'acme'; import * as all from './all.js'; «Container.get(all.C)»",
        'new C',
        { 'src/all.ts': 'export class C {}' },
      ],
      ['also of a parameter', 'function go(container) { «container.get(A)»; }', 'new A'],
      [
        'not by a method of a longer name',
        "import { Container } from 'acme'; «Container.getAll(A)»",
        'acme#Container.getAll.()',
      ],
      [
        'not by a method of a name that ends so',
        "import { Container } from 'acme'; «Container.forget(A)»",
        'acme#Container.forget.()',
      ],
      ['not by a function', "import { get } from 'acme'; «get(A)»", 'acme#get.()'],
      [
        'not of what is no class',
        "import { Container } from 'acme'; const a = new A(); «Container.get(a)»",
        'acme#Container.get.()',
      ],
      [
        'not of what is written there',
        "import { Container } from 'acme'; «Container.get(class {})»",
        'acme#Container.get.()',
      ],
      ['not of nothing', "import { Container } from 'acme'; «Container.get()»", 'acme#Container.get.()'],
      [
        'what the caller says',
        "import { Container } from 'inversify'; const all = new Container(); «all.get<A>('a')»",
        'new A',
      ],
      [
        'not what is said to another method',
        "import { Container } from 'inversify'; const all = new Container(); «all.bind<A>('a')»",
        'inversify#Container.new.bind.()',
      ],
      [
        'not what is said to another package',
        "import { Container } from 'acme'; const all = new Container(); «all.get<A>('a')»",
        'acme#Container.new.get.()',
      ],
      [
        'not if nothing is said',
        "import { Container } from 'inversify'; const all = new Container(); «all.get('a')»",
        'inversify#Container.new.get.()',
      ],
      ['not by a function of ours', 'const all = { get() { return new B(); } }; «all.get<A>(1)»', 'new B'],
    ],
    'what a type parameter stands for': [
      ['the second argument', 'declare function pick<T>(x: string, y: T): T; «pick(1, new A())»', 'new A'],
      ['the first that is known', 'declare function pick<T>(x: T, y: T): T; «pick(1, new A())»', 'new A'],
      ['not what is not given', 'declare function pick<T>(x?: string, y?: T): T; «pick(1)»', undefined],
      ['not what has no type', 'declare function pick<T>(x, y: T): T; «pick(new B(), new A())»', 'new A'],
      ['what is written for the second', 'declare function pick<T, U>(x: T): U; «pick<A, B>(new A())»', 'new B'],
      ['one of a union', 'declare function pick<T>(x: T): T | undefined; «pick(new A())»', 'new A'],
      [
        'what a promise of a callback holds',
        'declare function once<T>(f: () => Promise<T>): Promise<T>; «once(async () => new A())»',
        'new A',
      ],
      ['awaited', 'declare function pick<T>(x: T): Awaited<T>; «pick(new A())»', 'new A'],
      ['not what a type of it holds', 'declare function pick<T>(x: T): Box<T>; «pick(new A())»', 'global#Box.new'],
      ['not what a callback takes', 'declare function use<T>(f: (x: T) => void): T; «use((x) => new A())»', undefined],
      ['not an instance of a value', 'declare function make<T>(of: Type<T>): T; «make(new A())»', undefined],
      ['not what is unknown', 'declare function make<T>(of: new () => T): T; «make(1)»', undefined],
      [
        'of the class, not of the method',
        'class Box<T> { of<U>(x: U): T { return y; } } declare const box: Box<A>; «box.of(new B())»',
        'new A',
      ],
    ],
    'what is passed to a parameter': [
      ['not where recursion passes it on', 'function start(b) { «b»; start(b); } start(new B());', 'new B'],
      ['by five, one of them unknown', `function start(b) { «b» } ${calls(4, 'start(new B())')} start(1);`, 'new B'],
      [
        'not by six, one of them unknown',
        `function start(b) { «b» } ${calls(5, 'start(new B())')} start(1);`,
        'parameter 0 of start',
      ],
      ['by six that agree', `function start(b) { «b» } ${calls(6, 'start(new B())')}`, 'new B'],
      [
        'not by six that do not',
        `function start(b) { «b» } ${calls(5, 'start(new B())')} start(new A());`,
        'parameter 0 of start',
      ],
      [
        'by six that agree in what is known of them',
        `function start({ b, name }) { «b» } ${calls(5, "start({ b: new B(), name: 'x' })")} start({ b: new B(), name: 'y' });`,
        'new B',
      ],
      [
        'not by six, one of which has something else',
        `function start({ b, name }) { «b» } ${calls(5, "start({ b: new B(), name: 'x' })")} start({ b: new A(), name: 'x' });`,
        'parameter 0.b of start',
      ],
      [
        'not by six, one of which has more',
        `function start({ b, name }) { «b» } ${calls(5, "start({ b: new B(), name: 'x' })")} start({ b: new B(), ...y });`,
        'parameter 0.b of start',
      ],
      [
        'by five that do not, any of them',
        `function start(b) { «b.run» } ${calls(4, 'start(new B())')} start(new A());`,
        'function A.run',
      ],
      [
        'not by six, one of them in it',
        `function start(b) { «b»; start(b); } ${calls(5, 'start(new B())')}`,
        'parameter 0 of start',
      ],
      ['by a name with a dash before it', 'function start(_b) { «_b» } start(new B());', 'new B'],
      ['not a request', 'function start(_req) { «_req» } start(new B());', 'parameter 0 of start'],
      ['not a parameter', 'function start(b) { «b» } function go(x) { start(x); }', 'parameter 0 of start'],
      ['not to a text', 'function start(b: string) { «b» } start(new B());', 'parameter 0 of start'],
      ['not to something unknown', 'function start(b: unknown) { «b» } start(new B());', 'parameter 0 of start'],
      ['to anything', 'function start(b: any) { «b» } start(new B());', 'new B'],
      ['by then', 'declare function load(): Promise<A>; load().then((a) => { «a»; });', 'new A'],
      [
        'not by the second callback of then',
        'async function load() { return new A(); } load().then(x, (a) => { «a»; });',
        'parameter 0 of @',
      ],
      [
        'not as the second argument of then',
        'async function load() { return new A(); } load().then((_, a) => { «a»; });',
        'parameter 1 of @',
      ],
      [
        'by more kinds than are combined',
        `function start(b) { «b» } start(new A()); start(new B()); start({}); start([]); start(acme);`,
        'new A',
      ],
      [
        'not by more than those',
        `function start(b) { «b» } start(new A()); start(new B()); start({}); start([]); start(acme.x); start(acme.y);`,
        'parameter 0 of start',
      ],
    ],
    'members of classes': [
      ['a method of its prototype', 'class P { go() {} } «P.prototype.go»', 'function P.go'],
      ['an inherited one', 'class P { go() {} } class Q extends P {} «Q.prototype.go.call»', 'function P.go'],
      ['not a static one', 'class P { static go() {} } «P.prototype.go»', undefined],
      ['not of a prototype of an instance', 'class P { go() {} } «new P().prototype.go»', undefined],
      [
        'of the value of a field, not of its type',
        'class C { a: A = new B() as never; go() { «this.a.stop»; } }',
        'function B.stop',
      ],
      [
        'a parameter of the constructor with a default',
        'class C { constructor(private a = new A()) { «a»; } }',
        'new A',
      ],
      [
        'a field that is a parameter with a default',
        'class C { constructor(private a = new A()) {} go() { «this.a»; } }',
        'new A',
      ],
      [
        'a field that is a parameter',
        'class Api { constructor(private a) {} go() { «this.a»; } } new Api(new A());',
        'new A',
      ],
      ['an abstract method', 'abstract class C { abstract a(): A; go() { «this.a()»; } }', 'new A'],
      ['an overloaded method', 'class C { a(): A; a(x?: 1) { return y; } go() { «this.a()»; } }', 'new A'],
      ['a static one of a base', 'class C { static a = new A(); } class D extends C {} «D.a»', 'new A'],
      [
        'a static one of a package',
        "import { Model } from 'acme'; class User extends Model {} «User.find»",
        'acme#Model.find',
      ],
      [
        'one of an instance of a package',
        "import { Model } from 'acme'; class User extends Model {} «new User().save»",
        'acme#Model.new.save',
      ],
      ['of thirty bases', `${bases(30)} «new C29().a»`, 'new A'],
      ['of a class that extends itself', 'class C extends D { b() {} } class D extends C {} «new C().a»', undefined],
      ['none of an unknown base', 'class C extends (1 + y) {} «new C().a»', undefined],
      [
        'of a class that a function makes',
        'const mix = (Base) => class extends Base { a = new A(); }; class C extends mix(B) {} «new C().a»',
        'new A',
      ],
      [
        'of a base that is set there',
        'class C { constructor() { this.a = new A(); } } class D extends C {} «new D().a»',
        'new A',
      ],
      ['not set there for the class itself', 'class C { constructor() { this.a = new A(); } } «C.a»', undefined],
      ['that an interface of its name declares', 'class C {} interface C { a: A } «new C().a»', 'new A'],
      ['of an intersection, of both', 'interface I { a: A } declare const c: B & I; «c.a»', 'new A'],
      [
        'a function of a union, of both',
        'class C { x(): void {} } class D { x(): A { return y; } } declare const c: C | D; «c.x()»',
        'new A',
      ],
      [
        'an instance of a union, of both',
        'class C { x = new A(); } class D { x = new B(); } declare const c: C | D; «c.x.stop»',
        'function B.stop',
      ],
    ],
    'members of other values': [
      ['call', 'function run() {} «run.call»', 'function run'],
      ['apply', 'function run() {} «run.apply»', 'function run'],
      ['not another of a function', 'function run() {} «run.name»', undefined],
      ['of a list', 'const all = [1, new A()]; «all[1]»', 'new A'],
      ['of a list that is declared', 'const all: A[] = []; «all[3]»', 'new A'],
      ['not another of a list', 'const all: A[] = []; «all.length»', undefined],
      ['not what is spread', 'const all = [...x]; «all[0]»', undefined],
      ['not a list that is spread', 'const some = [new A()]; const all = [...some]; «all[0]»', undefined],
      ['not by a name that begins with a number', "const all: A[] = []; «all['0x']»", undefined],
      ['not by a name that ends with a number', "const all: A[] = []; «all['x0']»", undefined],
      [
        'a part of a package’s value that holds nothing',
        "import db from 'acme'; const [x] = db.define('User'); «x»",
        undefined,
      ],
      [
        'a part of a package’s value that only gets a part',
        "import db from 'acme'; const User = db.define('User'); User.x = 1; const [y] = User; «y»",
        undefined,
      ],
      [
        'an interface by its value',
        "import { I } from './all.js'; «I.a»",
        'new C',
        { 'src/all.ts': 'class C {} export interface I { a: C }' },
      ],
      ['a getter of an object that is unknown', 'const o = { get a() { return 1; } }; «o.a»', undefined],
      ['a setter of an object', 'const o = { set a(x) {} }; «o.a»', undefined],
      ['what is spread last', 'const o = { ...{ a: new A() }, ...{ a: new B() } }; «o.a»', 'new B'],
      ['what is spread, beside what is not known', 'const o = { ...x(), ...{ a: new A() } }; «o.a»', 'new A'],
      [
        'of what a package declares, by its type',
        "import type { C } from 'acme'; declare const c: C & { a: A }; «c.a»",
        'new A',
      ],
      [
        'of what a package holds',
        "import db from 'acme'; const User = db.define('User'); User.load = () => 1; «User.load»",
        'function load',
      ],
    ],
    'this by its type': [
      ['in a function', 'function go(this: A) { «this.run»; }', 'function A.run'],
      ['not by another parameter', 'function go(that: A) { «this.run»; }', undefined],
      ['not without parameters', 'function go() { «this.run»; }', undefined],
    ],
    'what a declared list holds': [
      [
        'not what is taken of a part of a map',
        'declare const all: Map<string, A>; for (const [, a] of all.size) «a»;',
        undefined,
      ],
      ['not what a member of a map holds', 'declare const all: Map<string, A>; «all.x[y]»', undefined],
      [
        'not what a map of another name holds',
        'declare const all: MyMap<string, A>; for (const [, a] of all) «a»;',
        undefined,
      ],
      [
        'not of the list of a loop in the loop',
        'declare const all: A[]; for (const a of all) { const b = all; «b.run»; }',
        undefined,
      ],
      ['not of what only names a list', 'let all; for (const a of all) «a»;', undefined],
      ['in a loop whose variable is declared before', 'declare const all: A[]; let a; for (a of all) «a»;', undefined],
      [
        'by values of another object',
        'declare const jobs: Record<string, A>; for (const a of util.values(jobs)) «a»;',
        undefined,
      ],
      ['by from of an array', 'declare const all: A[]; for (const a of Array.from(all)) «a»;', 'new A'],
      ['in a field without a type', 'class C { all = [1, new A()]; go(i) { «this.all[i]»; } }', undefined],
      [
        'in a field by the type of a map',
        'class C { all: Map<string, A> = new Map(); go() { for (const [, a] of this.all) «a»; } }',
        'new A',
      ],
      [
        'by a chain of methods',
        'declare const all: A[]; for (const a of all.filter(x).slice(1).sort().reverse()) «a»;',
        'new A',
      ],
      [
        'by too long a chain',
        'declare const all: A[]; for (const a of all.filter(x).slice(1).sort().reverse().concat()) «a»;',
        undefined,
      ],
      ['a map of one type', 'declare const all: Map<A>; «all.get(1)»', 'global#Map.new.get.()'],
      [
        'in an async loop',
        'declare const all: AsyncIterable<A>; async () => { for await (const a of all) «a»; };',
        'new A',
      ],
      [
        'what is listed by entries of an array',
        'declare const all: A[]; for (const [i, a] of all.entries()) «a»;',
        'new A',
      ],
      [
        'what is listed by entries, not the pair',
        'declare const all: A[]; for (const pair of all.entries()) «pair»;',
        undefined,
      ],
      ['what a read-only map has', 'declare const all: ReadonlyMap<string, A>; for (const [, a] of all) «a»;', 'new A'],
      [
        'not what a map of a package has',
        "import { Map } from 'acme'; declare const all: Map<string, A>; for (const [, a] of all) «a»;",
        undefined,
      ],
      ['the last', 'declare const all: A[]; «all.at(-1)»', 'new A'],
      ['the first taken off', 'declare const all: A[]; «all.shift()»', 'new A'],
      ['what is found last', 'declare const all: A[]; «all.findLast(x)»', 'new A'],
      ['in a callback of some', 'declare const all: A[]; all.some((a) => { «a»; });', 'new A'],
      ['not in a callback of reduce', 'declare const all: A[]; all.reduce((a) => { «a»; });', 'parameter 0 of @'],
    ],
  },
  { before: 'class A { run() {} } class B { stop() {} } ' },
);

it('a call of a parameter notes its key', () => {
  const value = atMark("function go(app) { «app.get('mail')»; }", 'src/app.ts', {}, (node, source) =>
    recognition().expression(node, source),
  );
  expect(value).toMatchObject({ kind: 'parameter', path: ['get', '()'], key: { name: 'mail', at: 1 } });
});

it.each([
  ["function read(app) { return app.get('mail'); } const app = express(); «read(app)»", 'mail'],
  ["function read(app) { return app.get('mail').send; } const app = express(); «read(app)»", 'mail'],
  ['function read(app) { return app.get(y); } const app = express(); «read(app)»', undefined],
])('the key that a function reads is that of its argument: %s', (code, name) => {
  const value = atMark(`import express from 'express'; ${code}`, 'src/app.ts', {}, (node, source) =>
    recognition().expression(node, source),
  );
  expect(value?.kind).toBe('external');
  expect(value?.kind === 'external' && value.key?.name).toBe(name);
});

it('a static member of a package names the class that inherits it', () => {
  const code = "import { Model } from 'acme'; class Base extends Model {} class User extends Base {} «User.find»";
  const value = atMark(code, 'src/app.ts', {}, (node, source) => recognition().expression(node, source));
  expect(value).toMatchObject({ kind: 'external', by: { kind: 'class', node: { id: { name: 'User' } } } });
});
