import { expect, it } from 'vitest';
import { calleeText } from '../../src/syntax/call.ts';
import { outlineOf } from '../../src/syntax/walk.ts';
import { sourceFrom } from '../support/findings.ts';

it.each([
  ['(0, tasks_1.track)(1)', 'track'],
  ['(0, mail_1.default)(1)', 'mail'],
  ['(0, _mail2.default)(1)', 'mail'],
  ['(0, tasks_1.track)(1).catch(log)', 'track(…).catch'],
  ['(log(), tasks_1.track)(1)', '(…)'],
  ['(0, track)(1)', '(…)'],
])('a call is named as its author wrote it: %s', (code, text) => {
  const [first, ...others] = outlineOf(sourceFrom(`${code};`, 'src/a.js')).calls;
  const outer = others.reduce((one, other) => (other.range[1] > (one?.range[1] ?? 0) ? other : one), first);
  expect(outer === undefined ? undefined : calleeText(outer)).toBe(text);
});
