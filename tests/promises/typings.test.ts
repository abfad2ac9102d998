import { describe, expect, it } from 'vitest';
import { launchHere, launchIn } from '../support/launches.ts';

const MANIFEST = { 'node_modules/acme/package.json': '{ "name": "acme", "version": "1.0.0", "types": "index.d.ts" }' };

/** What is declared, what is called, and what that is. */
const ROWS: readonly (readonly [title: string, typings: string, code: string, verdict: string | undefined])[] = [
  [
    'a function',
    'export declare function send(to: string): Promise<void>;',
    "import { send } from 'acme'; send('x');",
    'promise',
  ],
  [
    'a function that returns nothing',
    'export declare function log(text: string): void;',
    "import { log } from 'acme'; log('x');",
    'no',
  ],
  [
    'PromiseLike',
    'export declare function send(): PromiseLike<string>;',
    "import { send } from 'acme'; send();",
    'promise',
  ],
  [
    'a constant of function type',
    'export declare const send: (to: string) => Promise<void>;',
    "import { send } from 'acme'; send('x');",
    'promise',
  ],
  [
    'an alias of a function type',
    'type Send = (to: string) => Promise<void>; export declare const send: Send;',
    "import { send } from 'acme'; send('x');",
    'promise',
  ],
  [
    'an alias of a promise',
    'type Result<T> = Promise<T | undefined>; export declare function load(): Result<string>;',
    "import { load } from 'acme'; load();",
    'promise',
  ],
  [
    'a union with a promise',
    'export declare function flush(): void | Promise<void>;',
    "import { flush } from 'acme'; flush();",
    'promise',
  ],
  [
    'a method of a class',
    'export declare class Mailer { constructor(key: string); send(to: string): Promise<void>; close(): void }',
    "import { Mailer } from 'acme'; const mail = new Mailer('k'); mail.send('x');",
    'promise',
  ],
  [
    'another method of it',
    'export declare class Mailer { send(to: string): Promise<void>; close(): void }',
    "import { Mailer } from 'acme'; new Mailer().close();",
    'no',
  ],
  [
    'an inherited method',
    'declare class Base { send(): Promise<void> } export declare class Mailer extends Base {}',
    "import { Mailer } from 'acme'; new Mailer().send();",
    'promise',
  ],
  [
    'a static method',
    'export declare class Mailer { static send(): Promise<void>; send(): void }',
    "import { Mailer } from 'acme'; Mailer.send();",
    'promise',
  ],
  [
    "and not an instance's",
    'export declare class Mailer { static send(): Promise<void>; send(): void }',
    "import { Mailer } from 'acme'; new Mailer().send();",
    'no',
  ],
  [
    'a getter',
    'export declare class Api { get mail(): { send(): Promise<void> } }',
    "import { Api } from 'acme'; new Api().mail.send();",
    'promise',
  ],
  [
    'a chain that returns this',
    'export declare class Mail { to(x: string): this; send(): Promise<void> }',
    "import { Mail } from 'acme'; new Mail().to('x').to('y').send();",
    'promise',
  ],
  [
    'a generic factory',
    'export interface Client<T> { get(key: string): Promise<T> } export declare function create<T>(options?: {}): Client<T>;',
    "import { create } from 'acme'; const client = create<string>(); client.get('x');",
    'promise',
  ],
  [
    'an awaited factory',
    'export interface Client { send(): Promise<void> } export declare function connect(): Promise<Client>;',
    "import { connect } from 'acme'; const client = await connect(); client.send();",
    'promise',
  ],
  [
    'a default export',
    'declare class Acme { orders: { list(): Promise<string[]> } } export default Acme;',
    "import Acme from 'acme'; new Acme().orders.list();",
    'promise',
  ],
  [
    'export =, and a namespace with it',
    'declare function acme(): acme.App; declare namespace acme { interface App { start(): Promise<void> } function Router(): App } export = acme;',
    "import acme from 'acme'; acme.Router().start();",
    'promise',
  ],
  [
    'export = in CommonJS',
    'declare function acme(): acme.App; declare namespace acme { interface App { start(): Promise<void> } } export = acme;',
    "const acme = require('acme'); const app = acme(); app.start();",
    'promise',
  ],
  [
    'a namespace import',
    'export declare namespace mail { function send(): Promise<void> }',
    "import * as acme from 'acme'; acme.mail.send();",
    'promise',
  ],
  [
    'typeof',
    'declare function send(): Promise<void>; export declare const api: { send: typeof send };',
    "import { api } from 'acme'; api.send();",
    'promise',
  ],
  [
    'merged interfaces',
    'export interface Api { a(): void } export interface Api { b(): Promise<void> } export declare const api: Api;',
    "import { api } from 'acme'; api.b();",
    'promise',
  ],
  [
    'an intersection',
    'export declare const api: { a(): void } & { b(): Promise<void> };',
    "import { api } from 'acme'; api.b();",
    'promise',
  ],
  [
    'a constructor type',
    'interface Api { send(): Promise<void> } interface ApiConstructor { new (key: string): Api } export declare const Api: ApiConstructor;',
    "import { Api } from 'acme'; new Api('k').send();",
    'promise',
  ],
  [
    'a written type',
    'export interface Api { send(): Promise<void> }',
    "import type { Api } from 'acme'; export function post(api: Api) { api.send(); }",
    'promise',
  ],
  [
    'an interface that extends Promise',
    'export interface Query<T> extends Promise<T> { limit(n: number): this } export declare function find(): Query<string>;',
    "import { find } from 'acme'; find().limit(1);",
    'promise',
  ],
  [
    'an interface with a then that takes a function',
    'export interface Query<T> { then<U>(done: (value: T) => U): Query<U> } export declare function find(): Query<string>;',
    "import { find } from 'acme'; find();",
    'promise',
  ],
  [
    'a then that takes none is none',
    'export interface Steps { then(next: string): this } export declare function begin(): Steps;',
    "import { begin } from 'acme'; begin();",
    'no',
  ],
  [
    'a class that extends Promise',
    'export declare class Query<T> extends Promise<T> { limit(n: number): this } export declare function find(): Query<string>;',
    "import { find } from 'acme'; find();",
    'promise',
  ],
  [
    'an interface that extends one that extends Promise',
    'interface Base<T> extends Promise<T> {} export interface Query<T> extends Base<T> {} export declare function find(): Query<string>;',
    "import { find } from 'acme'; find();",
    'promise',
  ],
  [
    'a class that extends one that extends Promise',
    'declare class Base<T> extends Promise<T> {} export declare class Query<T> extends Base<T> {} export declare function find(): Query<string>;',
    "import { find } from 'acme'; find();",
    'promise',
  ],
  [
    'a class that extends another',
    'declare class Base {} export declare class Query extends Base {} export declare function find(): Query;',
    "import { find } from 'acme'; find();",
    'no',
  ],
  [
    'interfaces that extend each other',
    'interface A extends B {} interface B extends A {} export declare function find(): A;',
    "import { find } from 'acme'; find();",
    'no',
  ],
  ['an object type', 'export declare function find(): { id: string };', "import { find } from 'acme'; find();", 'no'],
  [
    'an object type with a then',
    'export declare function find(): { then(done: () => void): void };',
    "import { find } from 'acme'; find();",
    'promise',
  ],
  [
    'a then whose function may be left out',
    'export interface Query { then(done: null | ((value: string) => void)): void } export declare function find(): Query;',
    "import { find } from 'acme'; find();",
    'promise',
  ],
  [
    'a then whose parameter has no type',
    'export interface Steps { then(next): this } export declare function begin(): Steps;',
    "import { begin } from 'acme'; begin();",
    'no',
  ],
  ['no return type', 'export declare function run();', "import { run } from 'acme'; run();", undefined],
  [
    'overloads: with what this is',
    'export declare function send(this: void, to: string): Promise<void>; export declare function send(this: void, to: string, done: () => void): void;',
    "import { send } from 'acme'; send('x', () => {});",
    'no',
  ],
  [
    'overloads: with a callback',
    'export declare function send(to: string): Promise<void>; export declare function send(to: string, done: () => void): void;',
    "import { send } from 'acme'; send('x', () => {});",
    'no',
  ],
  [
    'overloads: without',
    'export declare function send(to: string): Promise<void>; export declare function send(to: string, done: () => void): void;',
    "import { send } from 'acme'; send('x');",
    'promise',
  ],
  [
    'overloads that nothing tells apart',
    'export declare function send(to: string): Promise<void>; export declare function send(to: number): void;',
    "import { send } from 'acme'; send(x);",
    undefined,
  ],
  [
    'what is passed through',
    'export declare function run<T>(fn: () => T): T;',
    "import { run } from 'acme'; run(() => 1);",
    undefined,
  ],
  [
    'a conditional type',
    'export declare function run<T>(x: T): T extends string ? Promise<void> : void;',
    "import { run } from 'acme'; run(x);",
    undefined,
  ],
  ['any', 'export declare function run(): any;', "import { run } from 'acme'; run();", undefined],
  [
    'a name that is not declared',
    'export declare function run(): Promise<void>;',
    "import { go } from 'acme'; go();",
    undefined,
  ],
  [
    'a namespace that leads in a circle',
    'declare namespace N { interface A { b: N.B } interface B { a: N.A } type C = ReturnType<typeof f> } declare function f(): N.C; export declare const api: N.C;',
    "import { api } from 'acme'; api.send();",
    undefined,
  ],
  [
    'a member of a member of a member',
    'declare namespace N { const x: typeof N.x } export declare const api: typeof N.x;',
    "import { api } from 'acme'; api.send();",
    undefined,
  ],
  [
    'types that lead in a circle',
    'type A = B; type B = A; export declare const api: A;',
    "import { api } from 'acme'; api.send();",
    undefined,
  ],
];

describe.each(ROWS)('typings: %s', (_title, typings, code, verdict) => {
  it(`says ${String(verdict)}`, () => {
    const launch = launchIn(code, { ...MANIFEST, 'node_modules/acme/index.d.ts': typings });
    expect(launch?.verdict).toBe(verdict);
    if (verdict !== undefined)
      expect(launch?.evidence).toMatchObject({
        step: 'typings',
        why: expect.stringMatching(/declared to return .* at index\.d\.ts:1 of acme$/) as string,
      });
  });

  it('and without the package, nothing is known', () => {
    expect(launchIn(code)).toBeUndefined();
  });
});

describe('typings that return what another package declares', () => {
  const files = (typings: string): Readonly<Record<string, string>> => ({
    ...MANIFEST,
    'node_modules/acme/index.d.ts': typings,
    'node_modules/fastify/package.json': '{ "name": "fastify", "types": "x.d.ts" }',
    'node_modules/fastify/x.d.ts': 'export interface FastifyReply { then(a: () => void, b: () => void): void }',
    'node_modules/knex/package.json': '{ "name": "knex", "types": "x.d.ts" }',
    'node_modules/knex/x.d.ts':
      'export interface QueryBuilder { where(x: {}): QueryBuilder; then(a: () => void): void }',
  });

  it('a query', () => {
    expect(
      launchIn(
        "import { users } from 'acme'; users();",
        files("import type { QueryBuilder } from 'knex'; export declare function users(): QueryBuilder;"),
      ),
    ).toEqual({
      verdict: 'lazy',
      evidence: {
        step: 'typings',
        why: 'declared to return a query that starts when it is awaited at index.d.ts:1 of acme',
      },
    });
  });

  it('an answer that has a then', () => {
    expect(
      launchIn(
        "import { answer } from 'acme'; answer();",
        files("import type { FastifyReply } from 'fastify'; export declare function answer(): FastifyReply;"),
      ),
    ).toEqual({
      verdict: 'no',
      evidence: { step: 'typings', why: 'declared to return no promise at index.d.ts:1 of acme' },
    });
  });
});

describe('where typings lie', () => {
  const call = "import { send } from 'acme'; send();";
  const typings = 'export declare function send(): Promise<void>;';
  it.each([
    [
      'by the key types',
      {
        'node_modules/acme/package.json': '{ "name": "acme", "types": "./types/main.d.ts" }',
        'node_modules/acme/types/main.d.ts': typings,
      },
    ],
    [
      'by conditions of exports',
      {
        'node_modules/acme/package.json':
          '{ "name": "acme", "exports": { ".": { "types": "./x.d.mts", "default": "./x.mjs" } } }',
        'node_modules/acme/x.d.mts': typings,
      },
    ],
    [
      'beside the code',
      {
        'node_modules/acme/package.json': '{ "name": "acme", "main": "./lib/x.js" }',
        'node_modules/acme/lib/x.js': '',
        'node_modules/acme/lib/x.d.ts': typings,
      },
    ],
    [
      'in @types',
      {
        'node_modules/acme/package.json': '{ "name": "acme", "main": "x.js" }',
        'node_modules/acme/x.js': '',
        'node_modules/@types/acme/package.json': '{ "name": "@types/acme" }',
        'node_modules/@types/acme/index.d.ts': typings,
      },
    ],
    [
      'behind re-exports',
      {
        ...MANIFEST,
        'node_modules/acme/index.d.ts': "export * from './a.js'; export { other as x } from './b';",
        'node_modules/acme/a.d.ts': "export { deliver as send } from './c/index.js';",
        'node_modules/acme/c/index.d.ts': 'export declare function deliver(): Promise<void>;',
      },
    ],
    [
      'in another package',
      {
        ...MANIFEST,
        'node_modules/acme/index.d.ts': "export * from '@acme/core';",
        'node_modules/@acme/core/package.json': '{ "name": "@acme/core", "types": "d.d.ts" }',
        'node_modules/@acme/core/d.d.ts': typings,
      },
    ],
  ])('%s', (_title, files) => {
    expect(launchIn(call, files)?.verdict).toBe('promise');
  });
});

describe('typings of packages as they are published', () => {
  it.each([
    ["import { Command } from 'commander'; new Command().name('x').option('-y').parseAsync();", 'promise'],
    ["import { Command } from 'commander'; new Command().name('x').parse();", 'no'],
    ["import { glob } from 'tinyglobby'; glob('*');", 'promise'],
    ["import { globSync } from 'tinyglobby'; globSync('*');", 'no'],
    ["import * as v from 'valibot'; v.parseAsync(schema, 1);", 'promise'],
    ["import MagicString from 'magic-string'; new MagicString('').append('x');", 'no'],
    ["import { ESLint } from 'eslint'; new ESLint({}).lintFiles(['x']);", 'promise'],
    ["import fastify from 'fastify'; const app = fastify(); app.listen({ port: 0 });", 'promise'],
  ])('%s', (code, verdict) => {
    expect(launchHere(code)).toMatchObject({ verdict, evidence: { step: 'typings' } });
  });
});
