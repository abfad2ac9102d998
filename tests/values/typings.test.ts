import { describe, expect, it } from 'vitest';
import type { Declared } from '../../src/values/types/index.ts';
import { isPromiseType, typesOfExternal } from '../../src/values/types/index.ts';
import { recognition } from '../support/engine.ts';
import { atMark } from '../support/values.ts';

type Row = readonly [title: string, typings: string, code: string, found: readonly string[]];

/** The declarations in the typings of a package to which the marked value leads, as they are written. */
function declarations(typings: string, code: string): string[] {
  const files = {
    'node_modules/acme/package.json': '{ "name": "acme", "version": "1.0.0", "types": "index.d.ts" }',
    'node_modules/acme/index.d.ts': typings,
  };
  return atMark(code, 'src/app.ts', files, (node, source) => {
    const value = recognition().expression(node, source);
    if (value?.kind !== 'external') throw new Error(`It is no value of a package: ${String(value?.kind)}`);
    return typesOfExternal(value, source, recognition()).map(inWords);
  });
}

function inWords(declared: Declared): string {
  const { node, source, side } = declared;
  const text =
    node.type === 'Program' ? 'the module' : source.text.slice(...node.range).replace(/^declare |\s*[{;].*/gs, '');
  return [...(side === undefined ? [] : [side]), ...(isPromiseType(declared) ? ['promise'] : []), text].join(' ');
}

const ROWS: Readonly<Record<string, readonly Row[]>> = {
  'an export of a package': [
    ['a function', 'export function run(): void;', "import { run } from 'acme'; «run»", ['function run(): void']],
    [
      'its overloads',
      'export function run(): void; export function run(x: 1): 1;',
      "import { run } from 'acme'; «run»",
      ['function run(): void', 'function run(x: 1): 1'],
    ],
    ['a class', 'export class A {}', "import { A } from 'acme'; «A»", ['class A']],
    ['a default', 'export default class A {}', "import A from 'acme'; «A»", ['class A']],
    [
      'a default for a member of it',
      'declare class A { static run(): 1 } export default A;',
      "import A from 'acme'; «A.run»",
      ['(): 1'],
    ],
    [
      'export =',
      'declare function acme(): 1; export = acme;',
      "import acme from 'acme'; «acme»",
      ['function acme(): 1'],
    ],
    [
      'a member of export =',
      'declare namespace acme { function run(): 1 } export = acme;',
      "import { run } from 'acme'; «run»",
      ['function run(): 1'],
    ],
    ['all of it', 'export function run(): void;', "import * as acme from 'acme'; «acme»", ['the module']],
    ['one that is not there', 'export function run(): void;', "import { stop } from 'acme'; «stop»", []],
    [
      'a declared module',
      "declare module 'acme' { export function run(): 1 }",
      "import { run } from 'acme'; «run»",
      ['function run(): 1'],
    ],
    [
      'not another declared module',
      "declare module 'other' { export function run(): 1 }",
      "import { run } from 'acme'; «run»",
      [],
    ],
    ['a declared module without a body', "declare module 'acme';", "import { run } from 'acme'; «run»", []],
    [
      'not a declared module beside an export',
      "export {}; export const x: 1; declare module 'acme' { export function run(): 1 }",
      "import { run } from 'acme'; «run»",
      [],
    ],
    [
      'not a declared module beside export =',
      "declare const x: 1; export = x; declare module 'acme' { export function run(): 1 }",
      "import { run } from 'acme'; «run»",
      [],
    ],
    [
      'not a declared module beside export *',
      "export * from 'nothing'; declare module 'acme' { export function run(): 1 }",
      "import { run } from 'acme'; «run»",
      [],
    ],
  ],
  'the type of a variable': [
    ['a text', 'export const x: string;', "import { x } from 'acme'; «x»", ['string']],
    ['a promise', 'export const x: Promise<1>;', "import { x } from 'acme'; «x»", ['promise Promise<1>']],
    ['a part of a pattern', 'export declare const { x }: { x: string };', "import { x } from 'acme'; «x»", []],
    [
      'an interface beside a function',
      'declare function A(): 1; declare interface A { x: B } declare class B {} export const a: A;',
      "import { a } from 'acme'; «a.x»",
      ['instance class B'],
    ],
    [
      'an interface by all of its parts',
      'interface A { x: 1 } interface A { y: 2 } export const a: A;',
      "import { a } from 'acme'; «a.y»",
      ['2'],
    ],
  ],
  'a step in the typings': [
    ['a member of an instance', 'export class A { run(): 1 }', "import { A } from 'acme'; «new A().run»", ['(): 1']],
    ['an instance', 'export class A {}', "import { A } from 'acme'; «new A()»", ['instance class A']],
    [
      'an instance by a constructor type',
      'declare class A {} export const Make: new () => A;',
      "import { Make } from 'acme'; «new Make()»",
      ['instance class A'],
    ],
    [
      'an instance by a construct signature',
      'declare class A {} export const Make: { new (): A };',
      "import { Make } from 'acme'; «new Make()»",
      ['instance class A'],
    ],
    [
      'an instance by a construct signature of an interface',
      'declare class A {} interface Maker { new (): A } export const Make: Maker;',
      "import { Make } from 'acme'; «new Make()»",
      ['instance class A'],
    ],
    [
      'an instance of an alias',
      'declare class A {} type T = new () => A; export const Make: T;',
      "import { Make } from 'acme'; «new Make()»",
      ['instance class A'],
    ],
    [
      'a result',
      'export class A {} export function make(): A;',
      "import { make } from 'acme'; «make()»",
      ['instance class A'],
    ],
    [
      'an awaited result',
      'export class A {} export function make(): Promise<A>;',
      "import { make } from 'acme'; «make()»",
      ['instance class A'],
    ],
    [
      'an awaited result of another kind',
      'export class A {} export function make(): PromiseLike<A>;',
      "import { make } from 'acme'; «make()»",
      ['instance class A'],
    ],
    [
      'an awaited result of a promise of a promise',
      'export class A {} export function make(): Promise<Promise<A>>;',
      "import { make } from 'acme'; «make()»",
      ['instance class A'],
    ],
    [
      'nothing of a promise of nothing',
      'export function make(): Promise;',
      "import { make } from 'acme'; «make()»",
      [],
    ],
    [
      'not awaited, if it has a Promise of its own',
      'declare class Promise<T> {} export class A {} export function make(): Promise<A>;',
      "import { make } from 'acme'; «make()»",
      ['instance class Promise<T>'],
    ],
    [
      'a result of an interface with a call signature',
      'declare class A {} interface F { (): A } export const make: F;',
      "import { make } from 'acme'; «make()»",
      ['instance class A'],
    ],
    [
      'a result of an interface that extends one',
      'declare class A {} interface F { (): A } interface G extends F { x: 1 } export const make: G;',
      "import { make } from 'acme'; «make()»",
      ['instance class A'],
    ],
    [
      'a result of an alias',
      'declare class A {} type F = () => A; export const make: F;',
      "import { make } from 'acme'; «make()»",
      ['instance class A'],
    ],
    [
      'a result of an alias that is exported',
      'declare class A {} export type make = () => A;',
      "import { make } from 'acme'; «make()»",
      ['instance class A'],
    ],
    ['nothing of a template', 'export function sql(): 1;', "import { sql } from 'acme'; «sql`x`»", []],
    [
      'the same function, bound',
      'export function run(): 1;',
      "import { run } from 'acme'; «run.bind(1)»",
      ['function run(): 1'],
    ],
    [
      'a member called bind of a class',
      'export class A { bind(): 1 }',
      "import { A } from 'acme'; «new A().bind»",
      ['(): 1'],
    ],
    [
      'a result of a member called bind',
      'declare class B {} export class A { bind(): B }',
      "import { A } from 'acme'; «new A().bind(1)»",
      ['instance class B'],
    ],
    ['bind itself', 'export function run(): 1;', "import { run } from 'acme'; «run.bind.x»", []],
    ['call', 'export function run(): 1;', "import { run } from 'acme'; «run.call»", ['function run(): 1']],
    [
      'the same result of overloads once',
      'declare class A {} export function make(): A; export function make(x: 1): A;',
      "import { make } from 'acme'; «make()»",
      ['instance class A'],
    ],
    [
      'a class and its instance',
      'declare class A { static run(): 1 } export const x: A | typeof A;',
      "import { x } from 'acme'; «x»",
      ['instance class A', 'class A'],
    ],
    [
      'an argument in the code',
      'export class Box<T> { of: T }',
      "import { Box } from 'acme'; class A { run() {} } declare const x: Box<A>; «x.of»",
      ['instance class A'],
    ],
    [
      'an argument in the code, for one instance only',
      'export class Box<T> { of: T; Other: typeof Other } declare class Other<T> { of: T }',
      "import { Box } from 'acme'; class A {} declare const x: Box<A>; «new x.Other().of»",
      ['T'],
    ],
    [
      'a member through a read-only list',
      'declare class A {} export const all: ReadonlyArray<A>;',
      "import { all } from 'acme'; «all[0]»",
      ['instance class A'],
    ],
    [
      'a member of the index of a class',
      'export class A { [key: string]: B } declare class B {}',
      "import { A } from 'acme'; «new A().x»",
      ['instance class B'],
    ],
    [
      'a member that a base declares before an index',
      'declare class Base { x: C } export class A extends Base { [key: string]: B } declare class B {} declare class C {}',
      "import { A } from 'acme'; «new A().x»",
      ['instance class C'],
    ],
    [
      'a member of what is implemented',
      'interface I { x: B } export class A implements I {} declare class B {}',
      "import { A } from 'acme'; «new A().x»",
      ['instance class B'],
    ],
    [
      'not of what is implemented, by the class itself',
      'interface I { x: B } export class A implements I {} declare class B {}',
      "import { A } from 'acme'; «A.x»",
      [],
    ],
    [
      'not of an interface beside a class, by the class itself',
      'export class A {} export interface A { x: B } declare class B {}',
      "import { A } from 'acme'; «A.x»",
      [],
    ],
    [
      'a member of a namespace beside a function',
      'export function run(): 1; export namespace run { class A {} }',
      "import { run } from 'acme'; «run.A»",
      ['class A'],
    ],
    [
      'a member of a member of a namespace',
      'export namespace N { namespace M { class A {} } }',
      "import { N } from 'acme'; «N.M.A»",
      ['class A'],
    ],
    [
      'a getter',
      'declare class B {} export class A { get b(): B }',
      "import { A } from 'acme'; «new A().b»",
      ['instance class B'],
    ],
    ['no setter', 'declare class B {} export class A { set b(b: B) }', "import { A } from 'acme'; «new A().b»", []],
    [
      'all parts of a union',
      'declare class B { x: 1 } declare class C { x: 2 } export const y: B | C;',
      "import { y } from 'acme'; «y.x»",
      ['1', '2'],
    ],
  ],
};

describe.each(Object.entries(ROWS))('%s', (_what, rows) => {
  it.each(rows)('%s', (_title, typings, code, found) => {
    expect(declarations(typings, code)).toEqual(found);
  });
});

it('a package without typings says nothing', () => {
  expect(
    atMark("import { run } from 'acme'; «run»", 'src/app.ts', {}, (node, source) => {
      const value = recognition().expression(node, source);
      return value?.kind === 'external' && typesOfExternal(value, source, recognition());
    }),
  ).toEqual([]);
});
