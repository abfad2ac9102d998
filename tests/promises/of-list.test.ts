import { describe, expect, it } from 'vitest';
import { launchIn } from '../support/launches.ts';

describe('collections of the language start nothing', () => {
  it.each([
    ['a list', 'const list = []; list.push(1);'],
    ['a typed list', 'const list: string[] = other(); list.push(1);'],
    ['a parameter', 'function run(list: readonly string[]) { list.forEach(show); }'],
    ['a list by its name', 'function run(list: ReadonlyArray<string>) { list.forEach(show); }'],
    ['a field', 'class A { list: string[] = []; add(x) { this.list.push(x); } }'],
    ['a Map', 'const map = new Map<string, string>(); map.set(1, 2);'],
    ['a field with a Map', 'class A { map = new Map(); add(x) { this.map.set(x, 1); } }'],
    ['a Set', 'const set = new Set(); set.delete(1);'],
  ])('%s', (_title, code) => {
    expect(launchIn(code)?.verdict).toBe('no');
  });

  it.each([
    ['an element, which may be a promise', 'const list: Promise<string>[] = other(); list.at(0);'],
    ['a value of a Map', 'const map = new Map(); map.get(1);'],
    ['what a callback gives', 'const list = []; list.map(show);'],
    ['a value that may be no list', 'function run(list: string[] | Queue, x) { list.push(x); }'],
    ['a method of that name', 'function run(cursor: Cursor) { cursor.forEach(show); }'],
    ['an unknown value', 'other().push(1);'],
  ])('but nothing is known of %s', (_title, code) => {
    expect(launchIn(code)?.verdict).not.toBe('no');
  });

  it.each([
    ['class Q extends Map { async set(k, v) { await save(k, v); return this; } } const q = new Q(); q.set(1, 2);'],
    ['class Q extends Array { async push(v) { return await save(v); } } const q = new Q(); q.push(1);'],
  ])('a class of the code has methods of its own: %s', (code) => {
    expect(launchIn(code)?.verdict).toBe('promise');
  });
});
