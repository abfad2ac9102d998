import { describe, expect, it } from 'vitest';
import type { Step } from '../../src/promises/launch.ts';
import { STEPS } from '../../src/promises/launch.ts';
import { completeOptions } from '../../src/findings/options.ts';
import { launchIn, typedLaunchIn } from '../support/launches.ts';
import { inPackage } from '../support/packages.ts';
import { typedSource } from '../support/typed.ts';
import { findUntracked } from '../support/engine.ts';

type Row = readonly [
  title: string,
  code: string,
  verdict: 'promise' | 'lazy' | 'no',
  files?: Readonly<Record<string, string>> | undefined,
];

const SPAN = 'function span<T>(name: string, fn: () => T | Promise<T>): T | Promise<T> { return other(fn); }';

/** What only one step of the oracle can say. The last call of the code is asked for. */
const ROWS: Readonly<Record<Exclude<Step, 'type'>, readonly Row[]>> = {
  syntax: [
    ['new Promise', 'new Promise((resolve) => store.save(resolve));', 'promise'],
    ['a delay', 'new Promise((resolve) => setTimeout(resolve, 1));', 'no'],
    ['import()', "import('./x.js');", 'promise'],
    ['a combinator', 'Promise.allSettled(list);', 'promise'],
    ['a chain', 'unknown.then(f);', 'promise'],
  ],
  file: [
    ['an async function', 'async function run() {} run();', 'promise'],
    ['a function expression', 'const run = async function () {}; run();', 'promise'],
    ['an arrow', 'const run = async () => {}; run();', 'promise'],
    ['a method', 'class A { async run() {} } new A().run();', 'promise'],
    ['a static method', 'class A { static async run() {} } A.run();', 'promise'],
    ['a private method', 'class A { async #run() {} go() { this.#run(); } }', 'promise'],
    ['a getter that gives a function', 'class A { get run() { return async () => {}; } } new A().run();', 'promise'],
    ['a class field', 'class A { run = async () => {}; } new A().run();', 'promise'],
    [
      'a method of the class extended, by super',
      'class A { async run() {} } class B extends A { run() { super.run(); } }',
      'promise',
    ],
    [
      'a static method of the class extended, by super',
      'class A { static async run() {} } class B extends A { static run() { super.run(); } }',
      'promise',
    ],
    ['an inherited method', 'class A { async run() {} } class B extends A {} new B().run();', 'promise'],
    ['a method of an object', 'const api = { async run() {} }; api.run();', 'promise'],
    ['a nested object', 'const api = { mail: { send: async () => {} } }; api.mail.send();', 'promise'],
    ['a spread object', 'const base = { async run() {} }; const api = { ...base }; api.run();', 'promise'],
    [
      'overloads',
      'function run(x: string): Promise<void>; function run(x: number): Promise<void>; function run(x: any): any { return work(x); } run(1);',
      'promise',
    ],
    ['a written return type', 'function run(): Promise<void> { return other(); } run();', 'promise'],
    ['PromiseLike', 'function run(): PromiseLike<void> { return other(); } run();', 'promise'],
    [
      'an alias of a promise type',
      'type Result = Promise<string>; function run(): Result { return other(); } run();',
      'promise',
    ],
    [
      'a generic alias',
      'type Result<T> = Promise<T | Error>; function run(): Result<string> { return other(); } run();',
      'promise',
    ],
    ['a type of a variable', 'const run: () => Promise<void> = make(); run();', 'promise'],
    ['an interface', 'interface Api { run(): Promise<void> } function go(api: Api) { api.run(); }', 'promise'],
    ['JSDoc', '/** @returns {Promise<void>} */\nfunction run() { return other(); } run();', 'promise'],
    ['a function that returns a launch', 'async function a() {} function b() { return a(); } b();', 'promise'],
    ['one branch that does', 'async function a() {} function b(x) { return x ? a() : undefined; } b();', 'promise'],
    [
      'a return that does, beside one that does not',
      'async function a() {} function b(x) { if (x) return; return a(); } b();',
      'promise',
    ],
    ['recursion', 'async function a() {} function b(n) { return n > 0 ? b(n - 1) : a(); } b(3);', 'promise'],
    ['an alias', 'async function a() {} const b = a; const c = b; c();', 'promise'],
    ['destructuring', 'const api = { async run() {} }; const { run: go } = api; go();', 'promise'],
    ['a default parameter', 'async function a() {} function b(run = a) { run(); }', 'promise'],
    ['a default of a destructured parameter', 'async function a() {} function b({ run = a }) { run(); }', 'promise'],
    [
      'a function returned by a function',
      'function make() { return async () => {}; } const run = make(); run();',
      'promise',
    ],
    ['curried', 'const make = (x) => async (y) => {}; make(1)(2);', 'promise'],
    ['a bound function', 'async function a() {} const b = a.bind(null, 1); b();', 'promise'],
    ['call', 'async function a() {} a.call(null, 1);', 'promise'],
    ['an element of an array', 'async function a() {} const steps = [a]; steps[0]();', 'promise'],
    [
      'a memoised function of a closure',
      'const api = (() => { async function run() {} return { run }; })(); api.run();',
      'promise',
    ],
    [
      'overloads told apart by their arguments',
      'function run(x: string): Promise<void>; function run(x: string, done: () => void): void; function run(x: any, done?: any): any {} run("x", () => {});',
      'no',
    ],
    [
      'declared overloads told apart by their arguments',
      'declare function run(x: string): Promise<void>; declare function run(x: string, done: () => void): void; run("x", () => {});',
      'no',
    ],
    [
      'declared overloads without a callback',
      'declare function run(x: string): Promise<void>; declare function run(x: string, done: () => void): void; run("x");',
      'promise',
    ],
    [
      'overloads that say what this is',
      'function run(this: App, x: string): Promise<void>; function run(this: App, x: string, done: () => void): void; function run(this: App, x: any, done?: any): any {} run("x", () => {});',
      'no',
    ],
    [
      'an overload that takes any number',
      'function run(x: string, ...more: string[]): Promise<void>; function run(done: () => void): void; function run(x: any): any {} run("x", "y", "z");',
      'promise',
    ],
    [
      'and none of them',
      'function run(x: string, ...more: string[]): Promise<void>; function run(): void; function run(x?: any): any {} run("x");',
      'promise',
    ],
    [
      'an overload that takes any number of functions',
      'function run(x: string, ...steps: (() => void)[]): Promise<void>; function run(x: string): void; function run(x: any): any {} run("x", () => {});',
      'promise',
    ],
    [
      'an overload with a parameter that has no type',
      'function run(x): Promise<void>; function run(x, done: () => void): void; function run(x: any, done?: any): any {} run(() => {});',
      'promise',
    ],
    [
      'overloads of which one takes options, given a function',
      'function run(options: { x: 1 }): Promise<void>; function run(done: () => void): void; function run(x: any): any {} run(() => {});',
      'no',
    ],
    [
      'overloads of which one takes a string, given a function',
      'function run(x: string): Promise<void>; function run(done: () => void): void; function run(x: any): any {} run(() => {});',
      'no',
    ],
    [
      'a result like that of the callback, which is nothing',
      `${SPAN} span("x", () => { if (wrong) throw error; });`,
      'no',
    ],
    ['a result like that of the callback, which is async', `${SPAN} span("x", async () => {});`, 'promise'],
    ['a result like that of the callback, which is unknown', `${SPAN} span("x", () => unknown);`, 'promise'],
    [
      'a result that is a promise whatever the callback gives',
      'function span<T>(fn: () => T | Promise<T>): Promise<T> { return other(fn); } span(() => {});',
      'promise',
    ],
    [
      'overloads of which one takes a function or a string, given a string',
      'function run(x: string | (() => void)): Promise<void>; function run(done: () => void): void; function run(x: any): any {} run("x");',
      'promise',
    ],
    [
      'JSDoc that says no promise of what returns one',
      '/** @returns {Result} */\nfunction run() { return a(); } async function a() {} run();',
      'promise',
    ],
    ['the last of a sequence', 'async function a() {} function b() { return (log(1), a()); } b();', 'promise'],
    [
      'a branch that launches beside one that starts nothing',
      'async function a() {} function none() {} function b(x) { return x ? none() : a(); } b(1);',
      'promise',
    ],
    ['a fallback', 'async function a() {} function b(x) { return x ?? a(); } b(1);', 'promise'],
    ['a guard', 'async function a() {} function b(x) { return x && a(); } b(1);', 'promise'],
    [
      'overloads of its own name alone',
      'class C { a(x: string): Promise<void>; a(x: string, y: string): Promise<void>; b(x: string): void; b(x: string, y: string): void; a() {} b() {} } new C().a("x");',
      'promise',
    ],
    ...['"x"', '[1]', '{}', '`x`', 'new Date()'].map((given): Row => [
      `overloads of which one takes a function, given ${given}`,
      `function run(x: Data): Promise<void>; function run(done: () => void): void; function run(x: any): any {} run(${given});`,
      'promise',
    ]),
    ['a plain function', 'function run() {} run();', 'no'],
    ['a written plain type', 'function run(): void { return other(); } run();', 'no'],
    ['a generator', 'function* run() {} run();', 'no'],
    ['an async generator launches nothing', 'async function* run() {} run();', 'no'],
  ],
  import: [
    [
      'an interface of a file that only declares',
      "import type { Ctx } from '../types/ctx'; function go(ctx: Ctx) { ctx.mail.send(); }",
      'promise',
      {
        'types/ctx.d.ts': "import type { Mailer } from '../src/mail'; export interface Ctx { mail: Mailer }",
        'src/mail.ts': 'export class Mailer { async send() { await post(); } }',
      },
    ],
    [
      'the same, by an alias',
      "import type { Ctx } from 'own/types/ctx'; function go(ctx: Ctx) { ctx.mail.send(); }",
      'promise',
      {
        'tsconfig.json': '{ "compilerOptions": { "paths": { "own/*": ["./*"] } } }',
        'types/ctx.d.ts': "import type { Mailer } from 'own/src/mail'; export interface Ctx { mail: Mailer }",
        'src/mail.ts': 'export class Mailer { async send() { await post(); } }',
      },
    ],
    [
      'a named export',
      "import { run } from './a.js'; run();",
      'promise',
      { 'src/a.ts': 'export async function run() {}' },
    ],
    ['a default export', "import run from './a'; run();", 'promise', { 'src/a.js': 'export default async () => {};' }],
    [
      'a directory',
      "import { run } from './mail'; run();",
      'promise',
      { 'src/mail/index.ts': 'export const run = async () => {};' },
    ],
    [
      'many hops',
      "import { run } from './a'; run();",
      'promise',
      {
        'src/a.ts': "export * from './b';",
        'src/b.ts': "export { go as run } from './c';",
        'src/c.ts': "import { x } from './d'; export { x as go };",
        'src/d.ts': 'export async function x() {}',
      },
    ],
    [
      'a namespace',
      "import * as mail from './a'; mail.run();",
      'promise',
      { 'src/a.ts': 'export async function run() {}' },
    ],
    [
      'a namespace that is exported',
      "import { mail } from './a'; mail.run();",
      'promise',
      { 'src/a.ts': "export * as mail from './b';", 'src/b.ts': 'export async function run() {}' },
    ],
    [
      'require',
      "const mail = require('./a'); mail.run();",
      'promise',
      { 'src/a.js': 'exports.run = async function () {};' },
    ],
    [
      'require, destructured',
      "const { run } = require('./a'); run();",
      'promise',
      { 'src/a.js': 'async function run() {} module.exports = { run };' },
    ],
    [
      'require of one function',
      "const run = require('./a'); run();",
      'promise',
      { 'src/a.js': 'module.exports = async () => {};' },
    ],
    [
      'export =',
      "import run = require('./a'); run();",
      'promise',
      { 'src/a.ts': 'async function run() {} export = run;' },
    ],
    [
      'an import() that is awaited',
      "const { run } = await import('./a.js'); run();",
      'promise',
      { 'src/a.js': 'export async function run() {}' },
    ],
    [
      'paths of a tsconfig',
      "import { run } from '@/a'; run();",
      'promise',
      {
        'src/a.ts': 'export async function run() {}',
        'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
      },
    ],
    [
      'baseUrl',
      "import { run } from 'lib/a'; run();",
      'promise',
      {
        'src/lib/a.ts': 'export async function run() {}',
        'tsconfig.json': '{ "compilerOptions": { "baseUrl": "./src" } }',
      },
    ],
    [
      'imports of the package',
      "import { run } from '#mail'; run();",
      'promise',
      { 'src/a.ts': 'export async function run() {}', 'package.json': '{ "imports": { "#mail": "./src/a.ts" } }' },
    ],
    [
      'its own exports',
      "import { run } from 'shop/mail'; run();",
      'promise',
      {
        'src/a.js': 'export async function run() {}',
        'package.json': '{ "name": "shop", "exports": { "./mail": "./src/a.js" } }',
      },
    ],
    [
      'an exported instance',
      "import { mail } from './a'; mail.send();",
      'promise',
      { 'src/a.ts': 'class Mailer { async send() {} } export const mail = new Mailer();' },
    ],
    [
      'a factory',
      "import { create } from './a'; const mail = create(); mail.send();",
      'promise',
      { 'src/a.ts': 'class Mailer { async send() {} } export function create() { return new Mailer(); }' },
    ],
    [
      'an injected parameter',
      "import { Mailer } from './a'; class C { constructor(private mail: Mailer) {} go() { this.mail.send(); } }",
      'promise',
      { 'src/a.ts': 'export class Mailer { async send() {} }' },
    ],
    [
      'a field of a class type',
      "import { Mailer } from './a'; class C { mail: Mailer; go() { this.mail.send(); } }",
      'promise',
      { 'src/a.ts': 'export class Mailer { async send() {} }' },
    ],
    [
      'a type-only import',
      "import type { Api } from './a'; function go(api: Api) { api.send(); }",
      'promise',
      { 'src/a.ts': 'export interface Api { send(): Promise<void> }' },
    ],
    [
      'an inherited class',
      "import { Base } from './a'; class C extends Base { go() { this.save(); } }",
      'promise',
      { 'src/a.ts': 'export class Base { async save() {} }' },
    ],
    ['a plain function', "import { run } from './a'; run();", 'no', { 'src/a.ts': 'export function run(): void {}' }],
  ],
  catalog: [
    ['a global', "fetch('https://x');", 'promise'],
    [
      'promisify',
      "import { promisify } from 'node:util'; import { exec } from 'node:child_process'; const run = promisify(exec); run('ls');",
      'promise',
    ],
    ['a built-in', "import { writeFile } from 'node:fs/promises'; writeFile('x', 'y');", 'promise'],
    ['a library', "import axios from 'axios'; axios.post('/x');", 'promise'],
    ['a lazy query', "import knex from 'knex'; const db = knex({}); db('users').insert({});", 'lazy'],
    ['a look-alike', "import { revalidatePath } from 'next/cache'; revalidatePath('/');", 'no'],
  ],
  typings: [
    [
      'a declared function',
      "import { send } from 'acme'; send();",
      'promise',
      {
        'node_modules/acme/package.json': '{ "types": "x.d.ts" }',
        'node_modules/acme/x.d.ts': 'export declare function send(): Promise<void>;',
      },
    ],
  ],
  name: [
    [
      'the only method of a name',
      "export async function handle(req) { req.scope.resolve('mailer').sendWelcome(1); }",
      'promise',
      { 'src/mailer.ts': 'export class Mailer { async sendWelcome(id) { await post(id); } }' },
    ],
  ],
};

describe.each(Object.keys(ROWS) as (keyof typeof ROWS)[])('the step %s', (step) => {
  it.each(ROWS[step].map(([title, code, verdict, files = {}]) => ({ title, code, verdict, files })))(
    '$title',
    ({ code, verdict, files }) => {
      expect(launchIn(code, files)).toMatchObject({ verdict, evidence: { step } });
      expect(
        launchIn(
          code,
          files,
          STEPS.filter((other) => other !== step),
        ),
        'without this step',
      ).toBeUndefined();
    },
  );
});

it('an async function called in place needs no declaration', () => {
  expect(launchIn('(async () => { await 0; })();')?.evidence.step).toBe('syntax');
});

it.each([
  ['a guard by what launches', 'async function a() {} function b(x) { return a() && x; } b(1);', undefined],
  [
    'a query on one branch',
    "import knex from 'knex'; const db = knex({}); function b(x) { return x ? db('users').insert({}) : undefined; } b(1);",
    'lazy',
  ],
  [
    'a query that is the fallback',
    "import knex from 'knex'; const db = knex({}); function b(x) { return x || db('users').insert({}); } b(1);",
    'lazy',
  ],
  [
    'a sequence that ends in something else',
    'async function a() {} function b(x) { return (a(), x); } b(1);',
    undefined,
  ],
  ['a parameter, which callers may give', 'async function a() {} function b(x = a()) { return x; } b(1);', undefined],
  [
    'a variable that is written twice',
    'async function a() {} function b() { let x = a(); x = other(); return x; } b();',
    undefined,
  ],
  [
    'overloads given what is spread',
    'function run(x: string): Promise<void>; function run(x: string, done: () => void): void; function run(x: any, done?: any): any {} run(...given);',
    undefined,
  ],
  ['a chain that handles nothing', 'unknown().then();', 'promise'],
  ['a method without a function', 'unknown().catch();', undefined],
])('what a function returns: %s', (_title, code, verdict) => {
  expect(launchIn(code)?.verdict).toBe(verdict);
});

it.each([
  'void',
  'undefined',
  'string',
  'number',
  'boolean',
  'bigint',
  'symbol',
  'null',
  'never',
  'x is string',
  'string[]',
  '[string]',
  '"a"',
  '`a`',
])('a function that is written to return %s returns no promise', (type) => {
  expect(launchIn(`function run(x: unknown): ${type} { return other(x); } run(1);`)?.verdict).toBe('no');
});

it('what was awaited is no promise any more', () => {
  expect(launchIn('const x = await other(); function b(y) { return y ? x : undefined; } b(1);')).toBeUndefined();
});

it('says where a look-alike is known from', () => {
  expect(launchIn("import { revalidatePath } from 'next/cache'; revalidatePath('/');")?.evidence.why).toMatch(
    /^.+ gives no promise to own here$/,
  );
  expect(launchIn("fetch('https://x');")?.evidence.why).toMatch(/^known from /);
  expect(launchIn('Promise.all(list);')?.evidence.why).toBe('Promise combinator');
});

it('binding an async function calls nothing', () => {
  expect(launchIn('async function a() {} a.bind(null, 1);')?.verdict).toBe('no');
});

it('a method of the code itself is what its code says, though it is called like one of a promise', () => {
  expect(
    launchIn('class Reader { catch(next) { return 1; } } new Reader().catch((error) => error);')?.evidence.step,
  ).not.toBe('syntax');
  expect(launchIn('class Reader { async catch(next) {} } new Reader().catch((error) => error);')).toMatchObject({
    verdict: 'promise',
    evidence: { step: 'file' },
  });
});

describe('the step type', () => {
  const generic = 'declare function pipe<T>(x: T): T; declare const work: Promise<void>; ';
  it.each<readonly [string, string, 'promise' | 'no']>([
    ['what is passed through', `${generic} pipe(work);`, 'promise'],
    ['and is plain', `${generic} pipe(1);`, 'no'],
    ['a union', 'declare const run: { (): void } | { (): Promise<void> }; run();', 'promise'],
    [
      'a thenable',
      'interface Query { then(done: (x: string) => void): void } declare const api: { [K in "x"]: () => Query }; api["x"]();',
      'promise',
    ],
    [
      'a then that takes no function',
      'declare const api: { [K in "x"]: () => { then(x: string): void } }; api["x"]();',
      'no',
    ],
    [
      'a conditional type',
      'declare const run: <T>(x: T) => T extends string ? Promise<void> : void; run("x");',
      'promise',
    ],
    [
      'the other branch of it',
      'declare const run: <T>(x: T) => T extends string ? Promise<void> : void; run(1);',
      'no',
    ],
  ])('%s', (_title, code, verdict) => {
    expect(typedLaunchIn(code)).toMatchObject({ verdict, evidence: { step: 'type' } });
    expect(
      typedLaunchIn(
        code,
        {},
        STEPS.filter((step) => step !== 'type'),
      ),
      'without this step',
    ).toBeUndefined();
  });

  it.each([
    ['any', 'async function run(): Promise<void> {} const go: any = run; declare const x: any; x.run();', undefined],
    ['unknown', 'declare const x: { run(): unknown }; x.run();', undefined],
    ['what does not type-check', "import { run } from './nowhere'; run();", undefined],
    ['any, where the code says more', "const api = require('./a'); api.run();", 'promise'],
  ])('leaves %s to the others', (_title, code, verdict) => {
    expect(typedLaunchIn(code, { 'src/a.js': 'exports.run = async () => {};' })?.verdict).toBe(verdict);
  });

  it('says the type, a long one in short', () => {
    expect(typedLaunchIn('async function run() {} run();')?.evidence).toEqual({
      step: 'type',
      why: 'its type is Promise<void>',
    });
    expect(typedLaunchIn('declare function run(): 1 | 2; run();')?.evidence.why).toBe('its type is 1 | 2');
    const name = 'X'.repeat(60);
    expect(typedLaunchIn(`interface ${name} { x: 1 } declare function run(): ${name}; run();`)?.evidence.why).toBe(
      `its type is ${name}`,
    );
    expect(typedLaunchIn(`interface ${name}Y { x: 1 } declare function run(): ${name}Y; run();`)?.evidence.why).toBe(
      `its type is ${name.slice(0, 57)}…`,
    );
  });

  it('leaves to the catalog what it knows beyond the type: that a promise is an enqueue', () => {
    const files = {
      'node_modules/bullmq/package.json': '{ "name": "bullmq", "types": "x.d.ts" }',
      'node_modules/bullmq/x.d.ts':
        'export class Queue { constructor(name: string); add(name: string, data: {}): Promise<number> }',
    };
    expect(typedLaunchIn("import { Queue } from 'bullmq'; new Queue('q').add('x', {});", files)).toMatchObject({
      verdict: 'promise',
      enqueue: true,
      evidence: { step: 'type' },
    });
  });

  it('tells a query that is made from one that is added to', () => {
    const files = {
      'node_modules/express/package.json': '{ "name": "express", "types": "x.d.ts" }',
      'node_modules/express/x.d.ts':
        'declare function express(): { get(path: string, fn: (req: { x: 1 }, res: { end(): void }) => void): void }; export default express;',
      'node_modules/knex/package.json': '{ "name": "knex", "types": "x.d.ts" }',
      'node_modules/knex/x.d.ts':
        'export interface QueryBuilder { where(x: {}): QueryBuilder; then(a: () => void): void }',
      'src/app.ts':
        "import express from 'express';\nimport type { QueryBuilder } from 'knex';\ndeclare function all(): QueryBuilder;\nexpress().get('/', (req, res) => {\n  const query = all();\n  query.where({});\n  keep(query);\n  all().where({});\n  res.end();\n});\n",
    };
    expect(
      inPackage([], files, 'src/app.ts', ({ path, text }) =>
        findUntracked(typedSource(path, text), completeOptions({ reach: 'file' })).map(
          ({ form, node }) => `${form} ${text.slice(...node.range)}`,
        ),
      ),
    ).toEqual(['lazy all().where({})']);
  });

  it('is not believed where an async function is at hand', () => {
    expect(
      typedLaunchIn('/** @returns {void} */\nasync function run() {}\nrun();', {}, undefined, 'src/app.js'),
    ).toMatchObject({ verdict: 'promise', evidence: { step: 'file' } });
  });

  it('leaves look-alikes alone though they are thenable, and queries lazy', () => {
    const files = {
      'node_modules/fastify/package.json': '{ "name": "fastify", "types": "x.d.ts" }',
      'node_modules/fastify/x.d.ts':
        'export interface FastifyReply { send(x: unknown): FastifyReply; then(a: () => void, b: () => void): void }',
      'node_modules/knex/package.json': '{ "name": "knex", "types": "x.d.ts" }',
      'node_modules/knex/x.d.ts':
        'export interface QueryBuilder { insert(x: {}): QueryBuilder; then(a: () => void): void }',
    };
    expect(
      typedLaunchIn(
        "import type { FastifyReply } from 'fastify'; declare const reply: FastifyReply; reply.send(1);",
        files,
      )?.verdict,
    ).toBe('no');
    expect(
      typedLaunchIn(
        "import type { QueryBuilder } from 'knex'; declare const users: QueryBuilder; users.insert({});",
        files,
      )?.verdict,
    ).toBe('lazy');
  });
});
