import { expect, it } from 'vitest';
import { innerCalls } from '../../src/handlers/handing-on.ts';
import { outlineOf } from '../../src/syntax/walk.ts';
import { callSitesOf } from '../../src/values/call-sites.ts';
import { evaluationBy, recognition } from '../support/engine.ts';
import { sourceFrom } from '../support/findings.ts';
import { inPackage } from '../support/packages.ts';

const CODE = `
function route(path, work) { app.get(path, (req, res) => work(req, res)); }
route('/a', list);
route('/b', list);`;

it('the calls of a function are looked for once, by each of two evaluations that take turns', () => {
  inPackage([], { 'src/app.js': CODE }, 'src/app.js', (source) => {
    const [route] = outlineOf(source).functions;
    if (route === undefined) throw new Error('There is no function.');
    const [one, other] = [recognition(), evaluationBy()];
    expect(one).not.toBe(other);
    const first = callSitesOf(route, source, one, 150);
    expect(first).toHaveLength(2);
    callSitesOf(route, source, other, 150);
    callSitesOf(route, source, one);
    expect(callSitesOf(route, source, one, 150)).toBe(first);
  });
});

it('the calls in a function are looked for once', () => {
  const source = sourceFrom(CODE);
  const [, inner] = outlineOf(source).functions;
  if (inner === undefined) throw new Error('There is no function.');
  expect(innerCalls(inner, source)).toHaveLength(1);
  expect(innerCalls(inner, source)).toBe(innerCalls(inner, source));
});
