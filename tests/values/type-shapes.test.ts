import { describe, expect, it } from 'vitest';
import { findUntracked } from '../support/engine.ts';
import { completeOptions } from '../../src/findings/options.ts';
import { launchIn } from '../support/launches.ts';
import { inPackage } from '../support/packages.ts';
import { launchesWhereWritten } from '../support/written.ts';

type Row = readonly [title: string, declarations: string, names: string, code: string, verdict: string | undefined];

const SEND = 'export interface Mailer { send(to: string): Promise<void>; close(): void }';
const USER = 'export interface User { id: string }';

/** The same declarations in the user's file, in another one, and in a package's typings: each says the same. */
const ROWS: readonly Row[] = [
  ['a method of an interface', `${SEND} export declare const api: Mailer;`, 'api', "api.send('x');", 'promise'],
  ['another method of it', `${SEND} export declare const api: Mailer;`, 'api', 'api.close();', 'no'],
  [
    'interfaces that merge: the second',
    'export interface Api { a(): void } export interface Api { b(): Promise<void> } export declare const api: Api;',
    'api',
    'api.b();',
    'promise',
  ],
  [
    'interfaces that merge: what the second extends',
    'interface Base { c(): Promise<void> } export interface Api { a(): void } export interface Api extends Base { b(): void } export declare const api: Api;',
    'api',
    'api.c();',
    'promise',
  ],
  [
    "a member of one's own is not that of what is extended",
    'interface Base { a(): Promise<void> } export interface Api extends Base { b(): void } export interface Api { a(): void } export declare const api: Api;',
    'api',
    'api.a();',
    'no',
  ],
  [
    'a class that merges with an interface',
    'export declare class Api { a(): void } export interface Api { b(): Promise<void> }',
    'Api',
    'new Api().b();',
    'promise',
  ],
  [
    'whose static side has none of it',
    'export declare class Api { a(): void } export interface Api { b(): Promise<void> }',
    'Api',
    'Api.b();',
    undefined,
  ],
  ...['Pick<Mailer, "send">', 'Omit<Mailer, "close">', 'Partial<Mailer>', 'Required<Mailer>', 'Readonly<Mailer>'].map(
    (type): Row => [type, `${SEND} export declare const api: ${type};`, 'api', "api.send?.('x');", 'promise'],
  ),
  ['NonNullable', `${SEND} export declare const api: NonNullable<Mailer | null>;`, 'api', "api.send('x');", 'promise'],
  ['Awaited', `${SEND} export declare const api: Awaited<Promise<Mailer>>;`, 'api', "api.send('x');", 'promise'],
  [
    'Awaited of a promise of a promise',
    `${SEND} export declare const api: Awaited<Promise<Promise<Mailer>>>;`,
    'api',
    "api.send('x');",
    'promise',
  ],
  [
    'ReturnType',
    `${SEND} export declare function make(): Mailer; export declare const api: ReturnType<typeof make>;`,
    'api',
    "api.send('x');",
    'promise',
  ],
  [
    'ReturnType of a promise, called for',
    'declare function load(): Promise<string>; export declare function again(): ReturnType<typeof load>;',
    'again',
    'again();',
    'promise',
  ],
  [
    'InstanceType of a class',
    'export declare class Mail { send(): Promise<void> } export declare const api: InstanceType<typeof Mail>;',
    'api',
    'api.send();',
    'promise',
  ],
  [
    'InstanceType of a constructor type',
    `${SEND} export declare const api: InstanceType<new (key: string) => Mailer>;`,
    'api',
    "api.send('x');",
    'promise',
  ],
  [
    'Parameters',
    `${SEND} declare function use(key: string, mail: Mailer): void; export declare const api: Parameters<typeof use>[1];`,
    'api',
    "api.send('x');",
    'promise',
  ],
  ['an indexed access', `${SEND} export declare const send: Mailer['send'];`, 'send', "send('x');", 'promise'],
  [
    'an intersection: the second part',
    'export declare const api: { a(): void } & { b(): Promise<void> };',
    'api',
    'api.b();',
    'promise',
  ],
  [
    'an intersection of interfaces',
    `${SEND} interface Log { log(): void } export declare const api: Log & Mailer;`,
    'api',
    "api.send('x');",
    'promise',
  ],
  [
    'an intersection of a class and a literal',
    'declare class A { a(): void } export declare const api: A & { b(): Promise<void> };',
    'api',
    'api.b();',
    'promise',
  ],
  [
    'a union whose parts agree',
    'export declare const api: { a(): Promise<void> } | { a(): Promise<string> };',
    'api',
    'api.a();',
    'promise',
  ],
  [
    'a union whose parts do not',
    'export declare const api: { a(): Promise<void> } | { a(): void };',
    'api',
    'api.a();',
    undefined,
  ],
  [
    'a union of classes that do not agree',
    'declare class A { a(): Promise<void> } declare class B { a(): void } export declare const api: A | B;',
    'api',
    'api.a();',
    undefined,
  ],
  [
    'a union with undefined',
    `${SEND} export declare const api: Mailer | undefined;`,
    'api',
    "api?.send('x');",
    'promise',
  ],
  ['a call signature', 'export declare const api: { (): Promise<void> };', 'api', 'api();', 'promise'],
  [
    'a call signature of an interface that extends another',
    'interface Base { (): Promise<void> } export interface Run extends Base { name: string } export declare const api: Run;',
    'api',
    'api();',
    'promise',
  ],
  [
    'a member of what can be called',
    'export declare const api: { (): void; now(): Promise<void> };',
    'api',
    'api.now();',
    'promise',
  ],
  [
    'call signatures told apart by their arguments',
    'export declare const api: { (to: string): Promise<void>; (to: string, done: () => void): void };',
    'api',
    "api('x', () => {});",
    'no',
  ],
  [
    'methods of an interface told apart by their arguments',
    'export interface Api { send(to: string): Promise<void>; send(to: string, done: () => void): void } export declare const api: Api;',
    'api',
    "api.send('x', () => {});",
    'no',
  ],
  [
    'a construct signature',
    `${SEND} export declare const Api: { new (): Mailer };`,
    'Api',
    "new Api().send('x');",
    'promise',
  ],
  [
    'a constructor type',
    `${SEND} export declare const Api: new () => Mailer;`,
    'Api',
    "new Api().send('x');",
    'promise',
  ],
  [
    'an alias of a function type',
    'type Send = (to: string) => Promise<void>; export declare const send: Send;',
    'send',
    "send('x');",
    'promise',
  ],
  [
    'a default of a type parameter',
    'export type Handler<T = Promise<void>> = () => T;',
    'type Handler',
    'export function go(run: Handler) { run(); }',
    'promise',
  ],
  [
    'and what is given for it',
    'export type Handler<T = Promise<void>> = () => T;',
    'type Handler',
    'export function go(run: Handler<string>) { run(); }',
    'no',
  ],
  [
    'a given promise',
    'export type Handler<T = void> = () => T;',
    'type Handler',
    'export function go(run: Handler<Promise<void>>) { run(); }',
    'promise',
  ],
  [
    'a method of a generic interface',
    `${USER} export interface Repo<T> { find(id: string): Promise<T>; first(): T }`,
    'type Repo, type User',
    "export function go(users: Repo<User>) { users.find('x'); }",
    'promise',
  ],
  [
    'a member of the type that is given',
    `${SEND} export interface Box<T> { value: T }`,
    'type Box, type Mailer',
    "export function go(box: Box<Mailer>) { box.value.send('x'); }",
    'promise',
  ],
  [
    'a type that is given on',
    'interface Base<T> { run(): T } export interface Job<U> extends Base<U> {}',
    'type Job',
    'export function go(job: Job<Promise<void>>) { job.run(); }',
    'promise',
  ],
  [
    'a generic class',
    'export declare class Box<T> { get(): T }',
    'type Box',
    'export function go(box: Box<Promise<void>>) { box.get(); }',
    'promise',
  ],
  [
    'a generic class that extends one',
    'declare class Base<T> { get(): T } export declare class Box<U> extends Base<U> {}',
    'type Box',
    'export function go(box: Box<Promise<void>>) { box.get(); }',
    'promise',
  ],
  [
    'a parameter that hides one',
    'export interface Box<T> { pass<T>(x: T): T }',
    'type Box',
    'export function go(box: Box<Promise<void>>) { box.pass(x); }',
    undefined,
  ],
  ['Record', 'export declare const jobs: Record<string, () => Promise<void>>;', 'jobs', 'jobs.nightly();', 'promise'],
  [
    'an index signature',
    'export declare const jobs: { [name: string]: () => Promise<void>; now(): void };',
    'jobs',
    'jobs.nightly();',
    'promise',
  ],
  [
    'and what is named beside it',
    'export declare const jobs: { [name: string]: () => Promise<void>; now: () => void };',
    'jobs',
    'jobs.now();',
    'no',
  ],
  ['an array', 'export declare const jobs: readonly (() => Promise<void>)[];', 'jobs', 'jobs[0]();', 'promise'],
  ['a tuple', 'export declare const jobs: [() => void, () => Promise<void>];', 'jobs', 'jobs[1]();', 'promise'],
  [
    'typeof',
    'declare function send(): Promise<void>; export declare const api: { send: typeof send };',
    'api',
    'api.send();',
    'promise',
  ],
  ...(
    [
      ['of a method of a prototype', 'typeof Mail.prototype.send', 'promise'],
      ['of another method of it', 'typeof Mail.prototype.close', 'no'],
      ['of a static method, which no instance has', 'typeof Mail.prototype.flush', undefined],
      ['of an inherited method', 'typeof Letters.prototype.send', 'promise'],
    ] as const
  ).map(([title, type, verdict]): Row => [
    `typeof ${title}`,
    `declare class Mail { send(): Promise<void>; close(): void; static flush(): Promise<void> } declare class Letters extends Mail {} export declare const send: ${type};`,
    'send',
    'send();',
    verdict,
  ]),
  [
    'a namespace',
    'export declare namespace mail { interface Api { send(): Promise<void> } function make(): Api }',
    'mail',
    'mail.make().send();',
    'promise',
  ],
  [
    'a type of a namespace',
    'export declare namespace mail { interface Api { send(): Promise<void> } }',
    'type mail',
    'export function go(api: mail.Api) { api.send(); }',
    'promise',
  ],
  [
    'what a class implements and an interface declares',
    `${SEND} export declare class Smtp implements Mailer {} export declare const api: Smtp;`,
    'type Smtp',
    "export interface Own extends Smtp {} export function go(own: Own) { own.send('x'); }",
    'promise',
  ],
  [
    'this',
    'export interface Mail { to(x: string): this; send(): Promise<void> } export declare const api: Mail;',
    'api',
    "api.to('x').to('y').send();",
    'promise',
  ],
  [
    'a thenable',
    'export interface Query { then(done: (x: string) => void): void } export declare function find(): Query;',
    'find',
    'find();',
    'promise',
  ],
  [
    'an interface that extends Promise',
    'export interface Query<T> extends Promise<T> { limit(n: number): this } export declare function find(): Query<string>;',
    'find',
    'find().limit(1);',
    'promise',
  ],
  ['what is passed through', 'export declare function run<T>(fn: () => T): T;', 'run', 'run(() => 1);', undefined],
  [
    'bind',
    `${SEND} export declare const api: Mailer;`,
    'api',
    "const send = api.send.bind(api); send('x');",
    'promise',
  ],
  ['call', `${SEND} export declare const api: Mailer;`, 'api', "api.send.call(api, 'x');", 'promise'],
  ['a method called bind', 'export declare const api: { bind(): Promise<void> };', 'api', 'api.bind();', 'promise'],
  ['no member of a signature', `${SEND} export declare const api: Mailer;`, 'api', "api.send.later('x');", undefined],
  [
    'a parameter without a type',
    'declare function use(key): void; export declare const key: Parameters<typeof use>[0];',
    'key',
    'key();',
    undefined,
  ],
  [
    'ReturnType of a union that one part of gives a promise',
    'type Run = (() => Promise<void>) | (() => void); export declare function go(): ReturnType<Run>;',
    'go',
    'go();',
    'promise',
  ],
  [
    'a constructor type behind an alias',
    `${SEND} type Make = new () => Mailer; export declare const Api: Make;`,
    'Api',
    "new Api().send('x');",
    'promise',
  ],
  [
    'a constructor that an interface extends another for',
    `${SEND} export interface Make { new (): Mailer; (): void } export declare const Api: Make;`,
    'Api',
    'Api();',
    'no',
  ],
  [
    'a name with a literal key',
    "export declare const api: { 'send-all': () => Promise<void> };",
    'api',
    "api['send-all']();",
    'promise',
  ],
  [
    'a promise without an argument',
    'export declare function run(): Promise; export declare const api: Awaited<ReturnType<typeof run>>;',
    'api',
    'api.send();',
    undefined,
  ],
  [
    'the static side of what is extended',
    'declare class A { static make(): Promise<void>; make(): void } export declare class B extends A {}',
    'B',
    'B.make();',
    'promise',
  ],
  [
    'a static method with the name of one of its interface',
    'export declare class A { static x(): void } export interface A { x(): Promise<void> }',
    'A',
    'A.x();',
    'no',
  ],
  [
    'types that lead in a circle',
    'type A = B; type B = A; export declare const api: A;',
    'api',
    'api.send();',
    undefined,
  ],
  [
    'a type that grows as it is followed',
    'type A<T> = A<T[]> | A<{ a: T }>; export declare const api: A<string>;',
    'api',
    'api.send();',
    undefined,
  ],
  [
    'interfaces that extend each other',
    'interface A extends B, C {} interface B extends A, C {} interface C extends A, B {} export declare const api: A;',
    'api',
    'api.send();',
    undefined,
  ],
];

describe.each(ROWS)('%s', (_title, declarations, names, code, verdict) => {
  it(`is ${String(verdict)} wherever it is written`, () => {
    const launches = launchesWhereWritten({ declarations, names, code });
    expect(Object.fromEntries(Object.entries(launches).map(([where, launch]) => [where, launch?.verdict]))).toEqual({
      file: verdict,
      import: verdict,
      typings: verdict,
    });
    if (verdict === undefined) return;
    for (const [where, launch] of Object.entries(launches)) expect(launch?.evidence.step).toBe(where);
  });
});

describe('the findings of a handler that uses such types', () => {
  const declarations = [
    'export interface Svc { a(): void }',
    'export interface Svc { b(): Promise<void> }',
    'export type Part = Pick<Svc, "b">;',
    'export type Both = { x(): void } & { y(): Promise<void> };',
    'export type Call = { (): Promise<void> };',
    'export type Make = { new (): Svc };',
    'export interface Deps { svc: Svc; part: Part; both: Both; call: Call; Make: Make; got: Awaited<Promise<Svc>>; made: ReturnType<() => Svc> }',
  ].join('\n');
  const handler = `
    import express from 'express';
    declare const deps: Deps;
    express().post('/x', (req, res) => {
      deps.svc.b();
      deps.part.b();
      deps.both.y();
      deps.call();
      new deps.Make().b();
      deps.got.b();
      deps.made.b();
      deps.svc.a();
      deps.both.x();
      res.end();
    });`;
  const found = (code: string, files: Readonly<Record<string, string>> = {}): string[] =>
    inPackage(['express'], { ...files, 'src/app.ts': code }, 'src/app.ts', (source) =>
      findUntracked(source, completeOptions({})).map(
        ({ form, node }) => `${form}: ${source.text.slice(...node.range)}`,
      ),
    );
  const expected = [
    'deps.svc.b()',
    'deps.part.b()',
    'deps.both.y()',
    'deps.call()',
    'new deps.Make().b()',
    'deps.got.b()',
    'deps.made.b()',
  ].map((call) => `floating: ${call}`);

  it('are those of the types in its own file', () => {
    expect(found(`${declarations}\n${handler}`)).toEqual(expected);
  });

  it('of a file beside it', () => {
    expect(found(`import type { Deps } from './deps.js';${handler}`, { 'src/deps.ts': declarations })).toEqual(
      expected,
    );
  });

  it('and of a package', () => {
    expect(
      found(`import type { Deps } from 'acme';${handler}`, {
        'node_modules/acme/package.json': '{ "name": "acme", "types": "index.d.ts" }',
        'node_modules/acme/index.d.ts': declarations,
      }),
    ).toEqual(expected);
  });
});

describe('types of a package that the user’s own types name', () => {
  const acme = {
    'node_modules/acme/package.json': '{ "name": "acme", "types": "index.d.ts" }',
    'node_modules/acme/index.d.ts':
      'export interface Query extends Promise<string> {} export interface Api<T> { run(): T; send(): Promise<void> } export declare function make(): Promise<void>; export declare class Mail { send(): Promise<void> }',
  };
  it.each([
    ['as what a method gives', 'interface Own { go(): Query } declare const own: Own; own.go();'],
    [
      'as what an interface extends',
      'interface Own extends Api<string> { x(): void } declare const own: Own; own.send();',
    ],
    ['with arguments', 'declare const own: Api<Promise<void>>; own.run();'],
    ['beside a literal', 'declare const own: Api<void> & { own(): Promise<void> }; own.own();'],
    ['behind Partial', 'declare const own: Partial<Api<void>>; own.send?.();'],
    [
      'as a type argument of ReturnType',
      'declare const go: () => Query; declare function own(): ReturnType<typeof go>; own();',
    ],
    ['by import()', "declare const own: import('acme').Api<Promise<void>>; own.run();"],
    ['by typeof import()', "declare const own: typeof import('acme'); own.make();"],
    ['by typeof import() of a name', "declare const own: typeof import('acme').make; own();"],
    ['by typeof of a prototype', 'declare const own: typeof Mail.prototype.send; own();'],
    ['by a namespace import', "import type * as acme from 'acme'; declare const own: acme.Api<void>; own.send();"],
  ])('%s', (_title, code) => {
    expect(launchesOf(`import type { Api, Mail, Query } from 'acme';\n${code}`, acme)).toBe('promise');
  });

  it('by `declare module` in a file that exports nothing', () => {
    expect(
      launchesOf("import { send } from 'old'; send();", {
        'node_modules/old/package.json': '{ "name": "old", "types": "index.d.ts" }',
        'node_modules/old/index.d.ts':
          "declare module 'other' { export function send(): void }\ndeclare module 'old' { export function send(): Promise<void> }",
      }),
    ).toBe('promise');
  });
});

describe('types that code of the user gives', () => {
  const declared = {
    'src/declared.ts': [
      'export async function load() { return { a: async () => {}, b() {} }; }',
      'export function make(x: string): Promise<void>; export function make(x: any): any { return x; }',
      'export class Mail { send = async () => {}; close() {} constructor(private key: string) { this.late = load; } }',
      'export const api = { a: load, mail: new Mail("k") };',
      'export default api;',
    ].join('\n'),
    'src/all.ts':
      "export * from './none.js'; export * from './declared.js'; export { default as whole } from './declared.js';",
    'src/none.ts': 'export const none = 1;',
  };
  it.each([
    [
      'what an async function gives',
      "import type { load } from './declared.js'; declare function own(): ReturnType<typeof load>; own();",
      'promise',
    ],
    [
      'and awaited',
      "import type { load } from './declared.js'; declare const own: Awaited<ReturnType<typeof load>>; own.a();",
      'promise',
    ],
    [
      'the overload and not what is behind it',
      "import type { make } from './declared.js'; declare const own: typeof make; own('x');",
      'promise',
    ],
    [
      'a field',
      "import type { Mail } from './declared.js'; declare const own: Pick<Mail, 'send'>; own.send();",
      'promise',
    ],
    [
      'a field that an interface extends',
      "import type { Mail } from './declared.js'; interface Own extends Mail {} declare const own: Own; own.send();",
      'promise',
    ],
    [
      'what a constructor sets',
      "import type { Mail } from './declared.js'; interface Own extends Mail {} declare const own: Own; own.late();",
      'promise',
    ],
    [
      'a method',
      "import type { Mail } from './declared.js'; interface Own extends Mail {} declare const own: Own; own.close();",
      'no',
    ],
    [
      'typeof an object',
      "import type { api } from './declared.js'; declare const own: typeof api; own.a();",
      'promise',
    ],
    [
      'a member of typeof an object',
      "import type { api } from './declared.js'; declare const own: typeof api.mail; own.send();",
      'promise',
    ],
    ['through export *', "import type { api } from './all.js'; declare const own: typeof api; own.a();", 'promise'],
    ['of a module', "declare const own: typeof import('./all.js'); own.make('x');", 'promise'],
    ['of a default', "import type { whole } from './all.js'; declare const own: typeof whole; own.a();", 'promise'],
    [
      'of a parameter',
      "import { load } from './declared.js'; function go(run = load) { const own: typeof run = x; own(); }",
      'promise',
    ],
  ])('%s', (_title, code, verdict) => {
    expect(launchesOf(code, declared)).toBe(verdict);
  });
});

function launchesOf(code: string, files: Readonly<Record<string, string>>): string | undefined {
  return launchIn(code, files)?.verdict;
}
