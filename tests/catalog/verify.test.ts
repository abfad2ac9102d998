import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Entry } from '../../src/catalog/entry.ts';
import { compilePattern } from '../../src/catalog/pattern.ts';
import { patternsOf } from '../../src/catalog/patterns-of.ts';

interface Outcome {
  state: string;
  at?: number;
  reason?: string;
  near?: string[];
}
interface Alternative {
  module: string;
  steps: string[];
  typed: boolean;
}
interface Typings {
  checker: unknown;
  modules: Map<string, unknown>;
  globals: Map<string, unknown>;
}

const TYPINGS = `
export interface Query<T = unknown> extends PromiseLike<T[]> { where(): this; limit(count: number): Query<T> }
export interface Options { [key: string]: string }
export declare class Pool { connect(): Promise<Client>; ready: Promise<Client>; options: Options; raw: any }
export declare class Client { query(): Query; end(): Promise<void> }
export interface Model { new (): Client }
export declare const Base: Model;
export declare function open(): Pool | Client;
export declare namespace Lifecycle { type Method = () => void; class Event { stop(): void } }
declare const main: { (): Pool; create(): Client };
export default main;
`;

const folder = mkdtempSync(join(tmpdir(), 'fire-task-verify-'));
let verdict: (pattern: string) => (Outcome & { text: string })[];
let majorsOf: (name: string, entry: Pick<Entry, 'packages' | 'versions'>) => string[];
let originOf: (module: string) => { kind: string; package?: string };

beforeAll(async () => {
  writeFileSync(join(folder, 'things.d.ts'), TYPINGS);
  const { openTypings } = (await script('typings')) as {
    openTypings: (folder: string, modules: string[], around: { types: string[]; browser: boolean }) => Typings;
  };
  const { walk } = (await script('walk')) as {
    walk: (checker: unknown, root: unknown, steps: string[], typed: boolean) => Outcome;
  };
  const { alternativesOf, written } = (await script('patterns')) as {
    alternativesOf: (
      entry: Entry,
      reading: { patternsOf: typeof patternsOf; compilePattern: typeof compilePattern },
    ) => Alternative[];
    written: (alternative: Alternative) => string;
  };
  ({ majorsOf, originOf } = (await script('packages')) as { majorsOf: typeof majorsOf; originOf: typeof originOf });
  const { checker, modules, globals } = openTypings(folder, ['./things'], { types: [], browser: false });
  verdict = (pattern) =>
    alternativesOf(
      { name: 'things', docs: '', packages: ['things'], launches: [pattern] },
      { patternsOf, compilePattern },
    ).map((alternative) => {
      const root = alternative.module === 'global' ? { globals } : { module: modules.get(alternative.module) };
      return { text: written(alternative), ...walk(checker, root, alternative.steps, alternative.typed) };
    });
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function script(name: string): Promise<unknown> {
  return import(new URL(`../../tools/verify-catalog/${name}.js`, import.meta.url).href);
}

describe('a pattern in typings', () => {
  it.each([
    ['a call, awaited on the way', 'new ./things#Pool().connect().query()'],
    ['a property that is a promise, awaited', 'new ./things#Pool().ready.query()'],
    ['a promise that is a builder too', 'typed ./things#Client.query().where().limit()'],
    ['one part of a union', './things#open().end()'],
    ['a default export', './things#default().connect()'],
    ['a member of the default export', './things#create().query()'],
    ['a type in a namespace', 'typed ./things#Lifecycle.Method'],
    ['what a type makes with new', 'typed ./things#Model.new.query()'],
    ['an instance of a class that is exported as a constant', 'typed ./things#Base.query()'],
    ['a class in a namespace', 'new ./things#Lifecycle.Event().stop()'],
    ['a global', 'global#Promise.all()'],
  ])('is there: %s', (_, pattern) => {
    expect(verdict(pattern)).toEqual([expect.objectContaining({ text: pattern, state: 'present' })]);
  });

  it('tells each name of `a|b`, where the walk stopped and what is near', () => {
    expect(verdict('new ./things#Client().query|querry|close()')).toEqual([
      { text: 'new ./things#Client().query()', state: 'present' },
      {
        text: 'new ./things#Client().querry()',
        state: 'missing',
        at: 2,
        reason: 'there is no "querry"',
        near: ['query'],
      },
      { text: 'new ./things#Client().close()', state: 'missing', at: 2, reason: 'there is no "close"', near: [] },
    ]);
  });

  it.each([
    ['an export', './things#Pol', { at: 0, reason: 'there is no "Pol"', near: ['Pool'] }],
    ['a call of a class', './things#Pool()', { at: 1, reason: 'it is no function' }],
    ['a type that is a function', 'typed ./things#open', { at: 1, reason: 'it is no type' }],
  ])('is missing: %s', (_, pattern, where) => {
    expect(verdict(pattern)).toEqual([expect.objectContaining({ state: 'missing', ...where })]);
  });

  it.each([
    ['new ./things#Pool().*()', 'wildcard', 'not checked past a wildcard'],
    ['new ./things#Pool().raw.anything()', 'unknown', 'the typings say any'],
    ['new ./things#Pool().options.anything', 'unknown', 'any name is allowed there'],
  ])('cannot be told: %s', (pattern, state, reason) => {
    expect(verdict(pattern)).toEqual([expect.objectContaining({ state, reason })]);
  });

  it('is missing before its wildcard', () => {
    expect(verdict('new ./things#Pool().gone.**()')).toEqual([expect.objectContaining({ state: 'missing', at: 2 })]);
  });
});

describe('the package of a module', () => {
  it.each([
    ['@koa/router', 'npm', '@koa/router'],
    ['drizzle-orm/*', 'npm', 'drizzle-orm'],
    ['@aws-sdk/client-*', 'npm', '@aws-sdk/client-*'],
    ['fs/promises', 'node', undefined],
    ['global', 'global', undefined],
    ['cloudflare:workers', 'ambient', undefined],
    ['fastly:kv-store', 'ambient', undefined],
    ['virtual:routes', 'none', undefined],
  ])('%s', (module, kind, name) => {
    const origin = originOf(module);
    expect([origin.kind, origin.package]).toEqual([kind, name]);
  });

  it('has the versions that an entry gives for it', () => {
    expect(majorsOf('express', { packages: ['express'], versions: '4, 5' })).toEqual(['5', '4']);
    expect(majorsOf('lucid', { packages: ['lucid'], versions: '20 to 22' })).toEqual(['22', '21', '20']);
    expect(majorsOf('router', { packages: ['express'], versions: '4, 5' })).toEqual([]);
    expect(majorsOf('@nestjs/axios', { packages: ['@nestjs/common'], versions: '10, 11' })).toEqual(['11', '10']);
    expect(majorsOf('telegraf', { packages: ['grammy', 'telegraf'], versions: 'grammY 1, Telegraf 4' })).toEqual(['4']);
    expect(majorsOf('@remix-run/node', { packages: ['react-router'], versions: '7, 8; Remix 2' })).toEqual(['2']);
    expect(majorsOf('polka', { packages: ['polka'], versions: '0.5' })).toEqual(['0.5']);
  });
});
