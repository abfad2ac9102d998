import { describe, expect, it } from 'vitest';
import { isBuiltinName, mostDefinitions } from '../../src/values/builtin-names.ts';
import { functionsByPackage, functionsNamed } from '../../src/values/methods-named.ts';
import { evaluationBy } from '../support/engine.ts';
import { sourceFrom } from '../support/findings.ts';
import { inPackage } from '../support/packages.ts';

const MANY = Object.fromEntries(Array.from({ length: 13 }, (_, at) => [`src/m${at}.js`, 'function ship() { go(); }']));

describe('the functions of a name', () => {
  it.each<[title: string, code: string, isMethod: boolean[]]>([
    ['a declaration', 'function ship() { go(); }', [false]],
    ['a variable', 'const ship = () => go();', [false]],
    ['a method', 'class A { ship() { go(); } }', [true]],
    ['a getter', 'class A { get ship() { return go(); } }', [false]],
    ['a field', 'class A { ship = () => go(); }', [true]],
    ['a part of an object', 'const a = { ship() { go(); } };', [true]],
    ['a function as a part of an object', 'const a = { ship: () => go() };', [true]],
    ['a getter of an object', 'const a = { get ship() { return go(); } };', [false]],
    ['an option of a call', 'use({ ship() { go(); } });', [false]],
    ['an option of new', 'new Use({ ship() { go(); } });', [false]],
    ['a part of an option', 'use({ a: { ship() { go(); } } });', [true]],
    ['a function that is assigned to a member', 'a.ship = () => go();', [true]],
    ['a function that is assigned to a name', 'let ship; ship = () => go();', [false]],
    ['a default', 'function f(ship = () => go()) {}', []],
    ['an empty function', 'function ship() {}', []],
    ['an arrow whose body is an object', 'const ship = () => ({});', [false]],
    ['another name', 'function ships() { go(); }', []],
    ['two of them', 'function ship() { go(); } class A { ship() { go(); } }', [false, true]],
    ['a call', 'ship(1);', []],
  ])('%s', (_title, code, isMethod) => {
    const found = inPackage([], { 'src/a.js': code }, 'src/a.js', (source) =>
      functionsNamed('ship', source, evaluationBy()),
    );
    expect(found.map((each) => each.isMethod)).toEqual(isMethod);
    for (const each of found) expect(each.source.text).toBe(code);
  });

  it.each([
    [12, 12],
    [13, 0],
  ])('in %i files', (files, found) => {
    const those = Object.fromEntries(Object.entries(MANY).slice(0, files));
    const functions = inPackage([], { 'src/app.js': 'x.ship(1);', ...those }, 'src/app.js', (source) =>
      functionsNamed('ship', source, evaluationBy()),
    );
    expect(functions).toHaveLength(found);
  });

  it('by package: its own, and those around it', () => {
    const files = {
      'package.json': '{ "private": true, "workspaces": ["packages/*"] }',
      'packages/a/package.json': '{ "name": "a", "dependencies": { "b": "1" } }',
      'packages/a/app.js': 'x.ship(1); class A { ship() { go(); } }',
      'packages/b/package.json': '{ "name": "b" }',
      'packages/b/b.js': 'export function ship() { go(); } export const b = { ship: () => go() };',
      'packages/c/package.json': '{ "name": "c" }',
      'packages/c/c.js': 'export function ship() { go(); }',
    };
    const found = inPackage([], files, 'packages/a/app.js', (source) =>
      functionsByPackage('ship', source, evaluationBy()).map((functions) =>
        functions().map(({ isMethod }) => isMethod),
      ),
    );
    expect(found).toEqual([[true], [false, true]]);
  });

  it('are not in a file that only mentions it', () => {
    const source = sourceFrom('ship(1); // function ship() {}');
    expect(functionsNamed('ship', source, evaluationBy())).toEqual([]);
  });
});

it.each([
  ['go', 0],
  ['put', 0],
  ['ship', 5],
  ['pay', 5],
  ['send', 1],
  ['verify', 1],
  ['push', 0],
  ['then', 0],
  ['toString', 0],
  ['isArray', 0],
  ['appendHeader', 0],
  ['safeParse', 0],
])('how many functions may be called %s', (name, most) => {
  expect(mostDefinitions(name)).toBe(most);
  expect(isBuiltinName(name)).toBe(most === 0 && name !== 'go');
});
