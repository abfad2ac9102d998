import { describe, expect, it } from 'vitest';
import { flags, silent } from '../support/marked.ts';
import { routesIn, routesInPackage } from '../support/routes.ts';

const MAIL = 'async function mail(to) { await to; }';

describe('google functions', () => {
  flags(
    'functions by registration and by type',
    `
    import { http, type HttpFunction } from '@google-cloud/functions-framework';
    const functions = require('@google-cloud/functions-framework');
    ${MAIL}
    http('hello', (req, res) => {
      mail(1);
      ^^^^^^^ floating
      res.send('hi');
    });
    functions.cloudEvent('stored', (event) => {
      void mail(2);
      ^^^^^^^^^^^^ voided
    });
    export const typed: HttpFunction = (req, res) => {
      res.json(mail(3));
               ^^^^^^^ answered
    };
  `,
  );
  silent(
    'awaited, returned, and what answers',
    `
    import { http, cloudEvent } from '@google-cloud/functions-framework';
    import { http as other } from 'left-pad';
    ${MAIL}
    http('hello', async (req, res) => { await mail(1); res.send('hi'); });
    http('chained', (req, res) => { mail(1).then(() => res.send('hi')).catch(() => res.status(500).end()); });
    cloudEvent('stored', () => mail(2));
    other('hello', () => { mail(3); });
  `,
  );
  it('finds exported functions by their parameters, in a package that depends on it', () => {
    const code = `${MAIL}\nexports.helloPubSub = (message, context) => { mail(); };`;
    expect(routesInPackage('@google-cloud/functions-framework', 'index.js', code)).toEqual(['helloPubSub']);
    expect(routesInPackage('left-pad', 'index.js', code)).toEqual([]);
  });
  it('names routes', () => {
    expect(
      routesIn(
        `import * as functions from '@google-cloud/functions-framework'; functions.http('hello', () => {}); functions.cloudEvent('stored', () => {});`,
      ),
    ).toEqual(['function hello', 'function stored']);
  });
});
