import { expect, it } from 'vitest';
import { rootOf } from '../../src/syntax/unwrap.ts';
import { outlineOf } from '../../src/syntax/walk.ts';
import { sourceFrom } from '../support/findings.ts';

function rootIn(path: string, through: 'members' | 'calls'): string {
  const source = sourceFrom(`keep(${path});`, 'src/a.ts');
  const call = outlineOf(source).calls.find(
    (each) => each.type === 'CallExpression' && each.callee.type === 'Identifier' && each.callee.name === 'keep',
  );
  const [given] = call?.type === 'CallExpression' ? call.arguments : [];
  if (given === undefined) throw new Error('There is no path.');
  return source.text.slice(...rootOf(given, through).range);
}

it.each([
  ['a', 'a', 'a'],
  ['a.b[0].c', 'a', 'a'],
  ['(a as any).b!.c', 'a', 'a'],
  ['a?.b?.c', 'a', 'a'],
  ['this.a.b', 'this', 'this'],
  ['a.b().c', 'a.b()', 'a'],
  ['a(1)(2)', 'a(1)(2)', 'a'],
  ['new A().b', 'new A()', 'new A()'],
])('%s begins with %s, and through calls with %s', (path, members, calls) => {
  expect(rootIn(path, 'members')).toBe(members);
  expect(rootIn(path, 'calls')).toBe(calls);
});
