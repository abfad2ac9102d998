import { describe, expect, it } from 'vitest';
import { findingsInPackage } from '../support/packages.ts';

/** What a route reports that tests, or drops, what `acme` declares. */
function reported(typings: string, statement: string): string[] {
  const code = `import express from 'express'; import { compile } from 'acme'; const valid = compile({});
express().post('/a', (req, res) => { ${statement} res.end(); });`;
  const files = {
    'node_modules/acme/package.json': '{ "name": "acme", "version": "1.0.0", "types": "index.d.ts" }',
    'node_modules/acme/index.d.ts': `export interface Validate { (data: unknown): ${typings} } export declare function compile(schema: object): Validate;`,
    'src/app.ts': code,
  };
  return findingsInPackage(['express', 'acme'], files, 'src/app.ts').findings.map(({ form }) => form);
}

describe('what gives a promise in some calls only', () => {
  it.each([
    [
      'a plain value or a promise, tested',
      'boolean | PromiseLike<unknown>',
      'if (!valid(req.body)) res.status(400);',
      [],
    ],
    ['a promise, tested', 'Promise<boolean>', 'if (!valid(req.body)) res.status(400);', ['answered']],
    ['a plain value or a promise, sent', 'boolean | Promise<boolean>', 'res.json({ ok: valid(req.body) });', []],
    ['nothing or a promise, tested', 'Promise<object> | undefined', 'if (!valid(req.body)) res.status(400);', []],
    ['nothing or a promise, compared', 'Promise<object> | null', 'if (valid(req.body) === null) res.status(400);', []],
    ['nothing or a promise, sent', 'Promise<object> | undefined', 'res.json({ row: valid(req.body) });', ['answered']],
    ['nothing or a promise, as a text', 'null | Promise<object>', 'res.send(`row ${valid(req.body)}`);', ['answered']],
    ['nothing or a promise, dropped', 'void | Promise<void>', 'valid(req.body);', ['floating']],
  ])('%s', (_title, typings, statement, forms) => {
    expect(reported(typings, statement)).toEqual(forms);
  });
});
