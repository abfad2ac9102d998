import { expect, it } from 'vitest';
import { elementReference, writtenType } from '../../src/values/types/beside-literal.ts';
import { isPlainType, isPrimitiveType } from '../../src/values/types/plain.ts';
import { atMark, valuesAre } from '../support/values.ts';

const BEFORE = 'class A { run() {} } class B { stop() {} } ';
const union = (many: number): string => Array.from({ length: many }, (_, at) => `N${at}`).join(' | ');

valuesAre(
  {
    'typeof a value': [
      ['an object', 'const api = { run() {} }; declare const x: typeof api; «x.run»', 'function api.run'],
      ['a part of an object', 'const api = { a: new A() }; declare const x: typeof api.a; «x»', 'new A'],
      ['a part of a part', 'const api = { a: { b: new B() } }; declare const x: typeof api.a.b; «x»', 'new B'],
      ['a class', 'declare const X: typeof A; «new X()»', 'new A'],
      [
        'a class of its arguments',
        'class Box<T> { of: T } declare const b: Box<A>; declare const x: typeof b; «x.of»',
        'new A',
      ],
      [
        'an interface',
        'interface I { a: A } function make(i: I) { return i; } declare const x: ReturnType<typeof make>; «x.a»',
        'new A',
      ],
      [
        'a module by its parts',
        "import * as all from './all.js'; const y = all; declare const x: typeof y; «x.c»",
        'new C',
        { 'src/all.ts': 'class C {} export const c = new C();' },
      ],
      [
        'a promise that a function returns',
        'declare function load(): Promise<A>; const make = () => load(); declare const x: ReturnType<typeof make>; «x»',
        'new A',
      ],
      ['a list', 'const all = [new A()]; declare const x: typeof all; «x[0]»', 'new A'],
      ['an instance', 'const a = new A(); declare const x: typeof a; «x.run»', 'function A.run'],
      ['a function', 'function run() {} declare const x: typeof run; «x»', 'function run'],
      ['a parameter with a type', 'function go(a: A) { let x: typeof a; «x»; }', 'new A'],
      ['a declared value', 'declare const a: A; declare const x: typeof a; «x»', 'new A'],
      ['one of the platform', 'declare const x: typeof fetch; «x»', 'global#fetch'],
      ['one of a package', "import acme from 'acme'; declare const x: typeof acme; «x.a»", 'acme#a'],
      ['a part of one of a package', "import acme from 'acme'; declare const x: typeof acme.a; «x.b»", 'acme#a.b'],
      [
        'a module',
        "import * as all from './all.js'; declare const x: typeof all; «x.c»",
        'new C',
        { 'src/all.ts': 'class C {} export const c = new C();' },
      ],
      [
        'a module by import()',
        "declare const x: typeof import('./all.js'); «x.c»",
        'new C',
        { 'src/all.ts': 'class C {} export const c = new C();' },
      ],
      ['a promise', 'declare const p: Promise<A>; declare const x: typeof p; «x»', 'promise of new A'],
      [
        'a promise of something unknown',
        'const load = async () => 1; declare const x: ReturnType<typeof load>; «x»',
        'promise of undefined',
      ],
      [
        'an instance of a class that is an expression',
        'const C = class { a = new A(); }; declare const x: InstanceType<typeof C>; «x.a»',
        'new A',
      ],
      ['what is not there', 'const api = { run() {} }; declare const x: typeof api.stop; «x»', undefined],
    ],
    'a type by its place in another': [
      ['a member', "interface T { a: A } declare const x: T['a']; «x»", 'new A'],
      ['a method of a class', "class C { make(): A { return y; } } declare const x: C['make']; «x()»", 'new A'],
      [
        'the declared signatures of a method, not its code',
        "class C { make(x: string): A; make(x: number): A; make(x) { return new B(); } } declare const x: C['make']; «x()»",
        'new A',
      ],
      [
        'a field that is set',
        "class C { a; constructor() { this.a = new A(); } } declare const x: C['a']; «x»",
        'new A',
      ],
      [
        'a field that is not declared',
        "class C { constructor() { this.a = new A(); } } declare const x: C['a']; «x»",
        'new A',
      ],
      ['a field with a value', "class C { a = new A(); } declare const x: C['a']; «x»", 'new A'],
      ['a field with a type', "class C { a: A; } declare const x: C['a']; «x»", 'new A'],
      ['a getter', "class C { get a(): A { return y; } } declare const x: C['a']; «x»", 'new A'],
      ['a setter', "class C { set a(a: A) {} } declare const x: C['a']; «x»", undefined],
      ['one that is inherited', "class C extends A {} declare const x: C['run']; «x»", 'function A.run'],
      [
        'one that is implemented',
        "interface I { a: A } abstract class C implements I {} declare const x: C['a']; «x»",
        'new A',
      ],
      [
        'one of a base in a namespace',
        "namespace N { export class C { a = new A(); } } class D extends N.C {} declare const x: D['a']; «x»",
        'new A',
      ],
      [
        'one of a base by a computed name',
        "namespace N { export class C { a = new A(); } } class D extends N[y] {} declare const x: D['a']; «x»",
        undefined,
      ],
      [
        'one of an alias that is extended',
        'type T = { a: A }; interface I extends T {} declare const x: I; «x.a»',
        'new A',
      ],
      [
        'one of a generic alias that is extended',
        'type T<V> = { a: V }; interface I extends T<A> {} declare const x: I; «x.a»',
        'new A',
      ],
      [
        'one of the static side',
        "class C { static a = new A(); a = new B(); } declare const x: (typeof C)['a']; «x»",
        'new A',
      ],
      ['a number', 'type T = [B, A]; declare const x: T[1]; «x»', 'new A'],
      ['a member of a number in a list', 'declare const x: A[][0]; «x»', 'new A'],
      ['a number of two digits in a list', 'declare const x: A[]; «x[12]»', 'new A'],
      ['no name that ends with a number', "declare const x: A[]; «x['x1']»", undefined],
      ['a read-only array', 'declare const x: ReadonlyArray<A>; «x[0]»', 'new A'],
      ['an array by its name', 'declare const x: Array<A>; «x[0]»', 'new A'],
      ['no member of a list', "declare const x: A[]['length']; «x»", undefined],
      ['no member of an array', "declare const x: Array<A>['length']; «x»", undefined],
      ['a key that is no literal', 'interface T { a: A } declare const x: T[keyof T]; «x»', undefined],
      ['a key of an index', "interface T { [key: string]: A } declare const x: T['q']; «x»", 'new A'],
      ['a key beside an index', 'type T = { b: B; [key: string]: A | B }; declare const x: T; «x.b»', 'new B'],
      ['a key of a record', "declare const x: Record<string, A>['q']; «x»", 'new A'],
      ['a parameter', 'declare function go(b: B, a: A): void; declare const x: Parameters<typeof go>[1]; «x»', 'new A'],
      ['no parameter', 'declare function go(b: B): void; declare const x: Parameters<typeof go>[1]; «x»', undefined],
      [
        'no parameter by a name',
        "declare function go(b: B): void; declare const x: Parameters<typeof go>['length']; «x»",
        undefined,
      ],
      ['a parameter of a method', "class C { go(a: A) {} } declare const x: Parameters<C['go']>[0]; «x»", 'new A'],
    ],
    'a type by its name': [
      ['readonly', 'declare const x: readonly A[]; «x[0]»', 'new A'],
      ['a key of', 'declare const x: keyof A; «x»', undefined],
      ['like Record', 'declare const x: Records<string, A>; «x.y»', 'global#Records.new.y'],
      ['like Array', 'declare const x: Arrays<A>; «x.y»', 'global#Arrays.new.y'],
      ['of a namespace of the platform', 'declare const x: NodeJS.Timeout; «x.ref»', 'global#NodeJS.Timeout.new.ref'],
      ['of an alias', 'type T = A; declare const x: T; «x»', 'new A'],
      ['of an alias of an alias', 'type T = U; type U = A; declare const x: T; «x»', 'new A'],
      ['of an alias of itself', 'type T = T; declare const x: T; «x»', undefined],
      [
        'of an alias of itself, or another',
        'type T = T[] | A; declare const x: T; «x[0]»',
        'typed TSArrayType|ClassDeclaration',
      ],
      [
        'of many',
        `${Array.from({ length: 80 }, (_, at) => `type N${at} = string;`).join(' ')} declare const x: ${union(80)} | A; «x»`,
        'new A',
      ],
      [
        'this of a method of a class',
        'class C { a = new A(); self(): this { return this; } } declare const x: C; «x.self().a»',
        'new A',
      ],
      ['a promise of one’s own', 'class Promise<T> { of: T } declare const p: Promise<A>; «p.of»', 'new A'],
      ['a promise of another kind', 'declare const p: PromiseLike<A>; «p»', 'promise of new A'],
      [
        'a promise of a package',
        "import { Promise } from 'acme'; declare const p: Promise<A>; «p»",
        'acme#Promise.new',
      ],
      ['a function and its parts', 'interface F { (): A; b: B } declare const f: F; «f.b»', 'new B'],
      [
        'a function of a package and a part of ours',
        "import type { F } from 'acme'; declare const f: { b: B } & F; «f.b»",
        'new B',
      ],
      ['by import()', "declare const x: import('./all.js').C; «x»", 'new C', { 'src/all.ts': 'export class C {}' }],
      [
        'in a namespace by import()',
        "declare const x: import('./all.js').N.C; «x»",
        'new C',
        { 'src/all.ts': 'export namespace N { export class C {} }' },
      ],
      ['of a package by import()', "declare const x: import('acme').C; «x.a»", 'acme#C.new.a'],
      [
        'with an argument, by import()',
        "declare const x: import('./all.js').Box<A>; «x.of»",
        'new A',
        { 'src/all.ts': 'export class Box<T> { of: T }' },
      ],
      ['a class, as its instance', 'declare const x: A; «x»', 'new A'],
      ['an interface', 'interface I { a: A } declare const x: I; «x.a»', 'new A'],
      [
        'an interface that is declared twice',
        'interface I { b: B } interface I { a: A } declare const x: I; «x.a»',
        'new A',
      ],
      ['an interface beside a class', 'class C {} interface C { a: A } declare const x: C; «x.a»', 'new A'],
      ['this', 'interface I { self(): this; a: A } declare const x: I; «x.self().a»', 'new A'],
      ['this, outside of a type', 'declare const x: this; «x»', undefined],
      ['the other part of a union', 'declare const x: A | B; «x.stop»', 'function B.stop'],
      [
        'the other part of a union of a member',
        'interface I { v: A | B } declare const x: I; «x.v.stop»',
        'function B.stop',
      ],
    ],
    'an argument of a type': [
      ['by default', 'class Box<T = A> { of: T } declare const x: Box; «x.of»', 'new A'],
      ['by default, not if one is given', 'class Box<T = A> { of: T } declare const x: Box<B>; «x.of»', 'new B'],
      ['the second by default', 'class Box<T, U = A> { of: U } declare const x: Box<B>; «x.of»', 'new A'],
      ['in the type itself, its constraint', 'class Box<T extends B = A> { of: T; go() { «this.of»; } }', 'new B'],
      ['without a default, its constraint', 'class Box<T extends B> { of: T } declare const x: Box; «x.of»', 'new B'],
      ['without anything', 'class Box<T> { of: T } declare const x: Box; «x.of»', undefined],
      [
        'through another',
        'class Box<T> { of: T } class Boxes<T> { first: Box<T> } declare const x: Boxes<A>; «x.first.of»',
        'new A',
      ],
      ['of an interface', 'interface Box<T> { of: T } declare const x: Box<A>; «x.of»', 'new A'],
      [
        'of an interface that extends one',
        'interface Base<T> { of: T } interface Box<U> extends Base<U> {} declare const x: Box<A>; «x.of»',
        'new A',
      ],
      ['of a method', 'class Box<T> { get(): T { return y; } } declare const x: Box<A>; «x.get()»', 'new A'],
      ['of a getter', 'class Box<T> { get of(): T { return y; } } declare const x: Box<A>; «x.of»', 'new A'],
      ['in a list', 'class Box<T> { all: T[] } declare const x: Box<A>; «x.all[0]»', 'new A'],
      ['of a base', 'class Base<T> { of: T } class Box extends Base<A> {} declare const x: Box; «x.of»', 'new A'],
      [
        'of a base of a base',
        'class Base<T> { of: T } class Mid<T> extends Base<T> {} class Box extends Mid<A> {} «new Box().of»',
        'new A',
      ],
      ['of a package', "import { Repo } from 'acme'; declare const x: Repo<A>; «x.find»", 'acme#Repo.new.find'],
    ],
    'an export by its type': [
      [
        'of a package, through a file',
        "import type { C } from './a.js'; function go(c: C) { «c.b»; }",
        'acme#C.new.b',
        { 'src/a.ts': "export { C } from 'acme';" },
      ],
      [
        'of all of a package, through a file',
        "import type { C } from './a.js'; function go(c: C) { «c.b»; }",
        'acme#C.new.b',
        { 'src/a.ts': "export * from 'acme';" },
      ],
      [
        'through two files',
        "import type { C } from './a.js'; function go(c: C) { «c»; }",
        'new C',
        { 'src/a.ts': "export * from './b.js';", 'src/b.ts': 'export class C {}' },
      ],
      [
        'a default',
        "import type C from './a.js'; function go(c: C) { «c»; }",
        'new C',
        { 'src/a.ts': 'export default class C {}' },
      ],
      [
        'no default through all of a file',
        "import type C from './a.js'; function go(c: C) { «c»; }",
        'parameter 0 of go',
        { 'src/a.ts': "export * from './b.js';", 'src/b.ts': 'export default class C {}' },
      ],
      [
        'export =',
        "import C = require('./a.js'); function go(c: C) { «c»; }",
        'new C',
        { 'src/a.ts': 'class C {} export = C;' },
      ],
      [
        'a member of export =',
        "import { C } from './a.js'; function go(c: C) { «c»; }",
        'new C',
        { 'src/a.ts': 'namespace N { export class C {} } export = N;' },
      ],
      [
        'a member of a default',
        "import { C } from './a.js'; function go(c: C) { «c»; }",
        'new C',
        { 'src/a.ts': 'namespace N { export class C {} } export default N;' },
      ],
      [
        'none that is not there',
        "import type { C } from './a.js'; function go(c: C) { «c»; }",
        'parameter 0 of go',
        { 'src/a.ts': 'export class D {}' },
      ],
      [
        'an alias',
        "import type { T } from './a.js'; function go(c: T) { «c»; }",
        'new C',
        { 'src/a.ts': 'class C {} export type T = C;' },
      ],
      [
        'an interface',
        "import type { I } from './a.js'; function go(c: I) { «c.a»; }",
        'new C',
        { 'src/a.ts': 'class C {} export interface I { a: C }' },
      ],
      [
        'a value of an interface',
        "import { i } from './a.js'; «i.a»",
        'new C',
        { 'src/a.ts': 'class C {} interface I { a: C } export declare const i: I;' },
      ],
      [
        'under another name',
        "import type { D } from './a.js'; function go(c: D) { «c»; }",
        'new C',
        { 'src/a.ts': 'class C {} export type { C as D };' },
      ],
      [
        'a value of a package, through a file',
        "import { c } from './a.js'; «c»",
        'acme#c',
        { 'src/a.ts': "export { c } from 'acme';" },
      ],
      [
        'a value of a package under another name, through a file',
        "import { c } from './a.js'; «c»",
        'acme#b',
        { 'src/a.ts': "export { b as c } from 'acme';" },
      ],
    ],
    'an object by the type beside it': [
      [
        'a parameter of its method',
        'interface Env { a: A } export default { fetch(request, env) { «env.a»; } } satisfies ExportedHandler<Env>;',
        'new A',
      ],
      [
        'a parameter of its method, by the type of its variable',
        'interface Env { a: A } const worker: ExportedHandler<Env> = { fetch(request, env) { «env.a»; } };',
        'new A',
      ],
      [
        'not another parameter',
        'interface Env { a: A } export default { fetch(request, env) { «request.a»; } } satisfies ExportedHandler<Env>;',
        'parameter 0.a of fetch',
      ],
      [
        'not without an argument',
        'export default { fetch(request, env) { «env.a»; } } satisfies ExportedHandler;',
        'parameter 1.a of fetch',
      ],
      [
        'not by another type',
        'interface Env { a: A } export default { fetch(request, env) { «env.a»; } } satisfies Handler<Env>;',
        'parameter 1.a of fetch',
      ],
      [
        'not by a type that is no reference',
        'interface Env { a: A } export default { fetch(request, env) { «env.a»; } } satisfies { fetch: unknown };',
        'parameter 1.a of fetch',
      ],
      ['not without a type', 'export default { fetch(request, env) { «env.a»; } };', 'parameter 1.a of fetch'],
      ['not a part of a pattern', 'const { fetch = (request, env) => { «env.a»; } } = x;', 'parameter 1.a of @'],
    ],
  },
  { before: BEFORE },
);

/** The type in `let x: «…»`. */
const typeIn = <Answer>(type: string, ask: (node: Parameters<typeof isPlainType>[0]) => Answer): Answer =>
  atMark(`let x: «${type}»;`, 'src/app.ts', {}, ask);

it.each([
  ['string', true, true],
  ['number', true, true],
  ['boolean', true, true],
  ['bigint', true, true],
  ['symbol', true, true],
  ['void', true, true],
  ['undefined', true, true],
  ['null', true, true],
  ['never', true, true],
  ["'a'", true, true],
  ['`a${string}`', true, true],
  ['string | null', true, true],
  ['string | Promise<void>', false, false],
  ['string[]', true, false],
  ['[string]', true, false],
  ['Promise<void>', false, false],
  ['unknown', false, false],
  ['any', false, false],
  ['object', false, false],
  ['() => void', false, false],
  ['string & {}', false, false],
])('whether %s is plain, and primitive', (type, isPlain, isPrimitive) => {
  expect(typeIn(type, isPlainType)).toBe(isPlain);
  expect(typeIn(type, isPrimitiveType)).toBe(isPrimitive);
});

it.each([
  ['T', 'T'],
  ['T[]', 'T'],
  ['readonly T[]', 'T'],
  ['Array<T>', 'T'],
  ['ReadonlyArray<T>', 'T'],
  ['Array<Partial<T>>', 'T'],
  ['Required<T>', 'T'],
  ['Readonly<T>', 'T'],
  ['N.T', 'T'],
  ['Box<T>', 'Box'],
  ['Arrays<T>', 'Arrays'],
  ['MyArray<T>', 'MyArray'],
  ['Array', 'Array'],
  ['string', undefined],
  ['T | U', undefined],
  ["T['a']", undefined],
])('the type that the elements of %s refer to', (type, name) => {
  expect(typeIn(type, (node) => elementReference(node)?.name)).toBe(name);
});

it.each([
  ['const x: T = «{}»;', 'T'],
  ['const x = «{}» as T;', 'T'],
  ['const x = <T>«{}»;', 'T'],
  ['const x = «{}» satisfies T;', 'T'],
  ['const x: T[] = [«{}»];', 'T[]'],
  ['const x: T[] = [y, «{}»];', 'T[]'],
  ['class A { x: T = «{}»; }', 'T'],
  ['const x = «{}»;', undefined],
  ['class A { x = «{}»; }', undefined],
  ['go(«{}»);', undefined],
  ['const x: T = go(«{}»);', undefined],
])('the type that is written for %s', (code, type) => {
  const found = atMark(code, 'src/app.ts', {}, (node, source) => {
    if (node.type !== 'ObjectExpression') throw new Error('No object is marked.');
    const written = writtenType(node);
    return 'type' in written ? source.text.slice(...written.type.range) : undefined;
  });
  expect(found).toBe(type);
});
