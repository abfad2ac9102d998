import { describe, expect, it } from 'vitest';
import type { FileSummary } from '../../src/reach/summary.ts';
import { findHandlers } from '../../src/handlers/find.ts';
import { isSameSummary, summarise } from '../../src/reach/summary.ts';
import { sourceFrom } from '../support/findings.ts';
import { evaluationBy, recognition } from '../support/engine.ts';

function summaryOf(code: string, isAsked = true): FileSummary {
  const summary = summarise(() => sourceFrom(code, '/virtual/app.js'), evaluationBy());
  if (summary === undefined) throw new Error('it has a source');
  if (!isAsked) return summary;
  summary.handlers();
  for (const { edges } of summary.functions.values()) edges();
  return summary;
}

const CODE = `import express from 'express';
async function mail(x) { await x; }
async function audit(x) { await x; }
function create(req) { mail(req); function inner() { return 1; } return inner; }
function list(req) { return req; }
function answer(req, res) { create(req); res.end(); }
express().get('/a', answer);
`;

describe('after an edit of a file, the call graph of its package', () => {
  it.each([
    ['nothing', CODE],
    ['white space and comments', CODE.replaceAll('{ ', '{\n  // now\n')],
    ['code that calls nothing', CODE.replace('return req;', 'return req.x;')],
    ["a call of what is nobody's", CODE.replace('res.end()', 'res.status(201).end()')],
  ])('is the same for %s', (_title, edited) => {
    expect(isSameSummary(summaryOf(CODE), summaryOf(edited))).toBe(true);
  });

  it.each([
    ['a call more', CODE.replace('return req;', 'audit(req); return req;')],
    ['a call less', CODE.replace('mail(req); ', '')],
    ['a call of another', CODE.replace('mail(req)', 'audit(req)')],
    ['a call with another', CODE.replace('mail(req)', 'mail(audit)')],
    ['a function more', `${CODE}function late() {}\n`],
    ['a function of another name', CODE.replace('function list', 'function find')],
    [
      'a function in another',
      CODE.replace('function inner() { return 1; } return inner;', '').replace(
        'return req;',
        'function inner() { return 1; } return inner;',
      ),
    ],
    ['another route', CODE.replace("'/a'", "'/b'")],
    ['a route more', `${CODE}express().get('/b', list);\n`],
    [
      "a function that is now an object's",
      CODE.replace('function list(req) { return req; }', 'const list = { list(req) { return req; } };'),
    ],
  ])('is another for %s', (_title, edited) => {
    expect(isSameSummary(summaryOf(CODE), summaryOf(edited))).toBe(false);
  });

  it('is the same for what nobody asked', () => {
    const edited = CODE.replace('mail(req)', 'audit(req)').replace("'/a'", "'/b'");
    expect(isSameSummary(summaryOf(CODE, false), summaryOf(edited))).toBe(true);
    expect(isSameSummary(summaryOf(CODE), summaryOf(edited, false))).toBe(false);
  });

  it('is another where a file comes or goes', () => {
    expect(isSameSummary(undefined, undefined)).toBe(true);
    expect(isSameSummary(undefined, summaryOf(CODE))).toBe(false);
    expect(isSameSummary(summaryOf(CODE), undefined)).toBe(false);
  });
});

describe('a handler is known by', () => {
  it.each([
    ['registration', "import express from 'express'; express().get('/a', () => {});"],
    ['type', "import type { RequestHandler } from 'express'; export const list: RequestHandler = (one, two) => {};"],
    ['type', "import type { Request } from 'express'; export const list = (one: Request, two) => {};"],
    [
      'object',
      "import { GraphQLObjectType } from 'graphql'; import type { ExportedHandler } from '@cloudflare/workers-types'; export default { fetch() {} } satisfies ExportedHandler;",
    ],
    [
      'class',
      "import { DurableObject } from 'cloudflare:workers'; export class Room extends DurableObject { fetch() {} }",
    ],
  ])('its %s', (by, code) => {
    expect(findHandlers(sourceFrom(code), recognition()).map((handler) => handler.by)).toEqual([by]);
  });
});
