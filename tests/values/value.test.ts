import { describe, expect, it } from 'vitest';
import type { ClassValue, ExternalValue, Value } from '../../src/values/value.ts';
import { isSame } from '../../src/values/unite.ts';
import {
  CALL,
  INSTANCE,
  isNothing,
  isOnlyDeclared,
  knownOr,
  reachedFrom,
  stepInto,
  TEMPLATE,
} from '../../src/values/value.ts';
import { recognition } from '../support/engine.ts';
import { atMark } from '../support/values.ts';

const external = (module: string, ...steps: string[]): ExternalValue => ({ kind: 'external', module, steps });

function valueOf(marked: string): Value | undefined {
  return atMark(marked, 'src/app.ts', {}, (node, source) => recognition().expression(node, source));
}

describe('a step into a package’s value', () => {
  it.each([
    [['a'], 'b', ['a', 'b']],
    [['a'], CALL, ['a', '()']],
    [['*'], 'a', ['a']],
    [['*'], CALL, ['default', '()']],
    [['*'], INSTANCE, ['default', 'new']],
    [['*'], TEMPLATE, ['default', '`…`']],
    [['default'], 'a', ['a']],
    [['default'], CALL, ['default', '()']],
    [['default'], INSTANCE, ['default', 'new']],
    [['default'], TEMPLATE, ['default', '`…`']],
    [['default', CALL], 'a', ['default', '()', 'a']],
    [['a', '*'], 'b', ['a', '*', 'b']],
    [['globalThis'], 'a', ['globalThis', 'a']],
  ])('%j, by %s', (steps, step, expected) => {
    expect(stepInto(external('acme', ...steps), step)).toEqual(external('acme', ...expected));
  });

  it.each([
    [['globalThis'], ['fetch']],
    [['global'], ['fetch']],
    [['globals'], ['globals', 'fetch']],
    [['myglobal'], ['myglobal', 'fetch']],
    [
      ['globalThis', 'x'],
      ['globalThis', 'x', 'fetch'],
    ],
  ])('of the platform, %j', (steps, expected) => {
    expect(stepInto(external('global', ...steps), 'fetch')).toEqual(external('global', ...expected));
  });

  it('keeps what is noted of it, and leaves out the other parts of its type', () => {
    const of = valueOf('«class A {}»') as ClassValue;
    const noted = { awaited: 1, key: { name: 'mail', at: 0 }, given: [], by: of, byName: true } as const;
    const value = { ...external('acme', 'a'), ...noted, beside: [], holds: new Map() };
    expect(stepInto(value, 'b')).toEqual({ ...external('acme', 'a', 'b'), ...noted });
    expect(Object.keys(stepInto(external('acme', 'a'), 'b')).sort()).toEqual(['kind', 'module', 'steps']);
  });
});

describe('what is known by a name alone', () => {
  const of = valueOf('«class A {}»') as ClassValue;
  it.each<[title: string, from: Value, isByName: boolean]>([
    ['a member of it', { ...external('acme', 'a'), byName: true }, true],
    ['a member of what is known', external('acme', 'a'), false],
    ['a member of an instance of it', { kind: 'instance', of: { ...of, byName: true } }, true],
    ['a member of an instance of what is known', { kind: 'instance', of }, false],
  ])('%s', (_title, from, isByName) => {
    const value = external('acme', 'b');
    expect(reachedFrom(from, value)).toEqual(isByName ? { ...value, byName: true } : value);
    expect(reachedFrom(from, undefined)).toBeUndefined();
    const marked = { ...value, byName: true } as const;
    expect(reachedFrom(from, marked)).toBe(marked);
  });
});

describe('of a value and another', () => {
  const known = external('acme', 'a');
  const other = external('acme', 'b');
  const name = external('global', 'db');
  it.each<[string, Value | undefined, Value | undefined, Value | undefined]>([
    ['the value', known, other, known],
    ['the other, if it is unknown', undefined, other, other],
    ['the other, if it is an undeclared name', name, other, other],
    ['the undeclared name, if the other is unknown', name, undefined, name],
    ['nothing, if both are unknown', undefined, undefined, undefined],
  ])('%s', (_title, value, second, expected) => {
    expect(knownOr(value, () => second)).toBe(expected);
  });
});

it.each([
  ['undefined', true],
  ['null', false],
  ['undefined.x', false],
  ['globalThis.undefined', true],
])('whether %s is nothing', (code, expected) => {
  const value = valueOf(`«${code}»`);
  expect(value !== undefined && isNothing(value)).toBe(expected);
});

it.each([
  ['a function', 'function run() {} «run»', false],
  ['a declared one', 'declare function run(): void; «run»', true],
  ['a class', 'class A {} «A»', false],
])('whether only the type of %s is known', (_title, code, expected) => {
  const value = valueOf(code);
  expect(value !== undefined && isOnlyDeclared(value)).toBe(expected);
});

/** Two values of one file. */
function two(one: string, other: string): [Value, Value] {
  const [a, b] = atMark(
    `const all = «[${one}, ${other}]»; class A {} class B {} function f() {} function g() {}`,
    'src/a.ts',
    {},
    (node, source) =>
      node.type === 'ArrayExpression'
        ? node.elements.map((element) => (element === null ? undefined : recognition().expression(element, source)))
        : [],
  );
  if (a === undefined || b === undefined) throw new Error('One of them is unknown.');
  return [a, b];
}

it.each([
  ['f', 'f', true],
  ['f', 'g', false],
  ['A', 'A', true],
  ['A', 'B', false],
  ['new A()', 'new A()', true],
  ['new A()', 'new B()', false],
  ['new A()', 'A', false],
  ['x.y', 'x.y', true],
  ['x.y', 'x.z', false],
  ['x.y', 'A', false],
  ['A', 'x.y', false],
  ['new f()', 'new f()', true],
  ['new f()', 'f', false],
  ['f', 'new A()', false],
])('whether %s and %s are the same', (one, other, expected) => {
  expect(isSame(...two(one, other))).toBe(expected);
});

it('values of two packages, and those under two keys, are not the same', () => {
  expect(isSame(external('a', 'x'), external('a', 'x'))).toBe(true);
  expect(isSame(external('a', 'x'), external('b', 'x'))).toBe(false);
  const keyed = (name: string): ExternalValue => ({ ...external('a', 'get', '()'), key: { name, at: 1 } });
  expect(isSame(keyed('x'), keyed('x'))).toBe(true);
  expect(isSame(keyed('x'), keyed('y'))).toBe(false);
  expect(isSame(keyed('x'), external('a', 'get', '()'))).toBe(false);
  expect(isSame(external('a', 'get', '()'), keyed('x'))).toBe(false);
});
