import { describe, expect, it } from 'vitest';
import { flags, silent } from '../support/marked.ts';
import { routesIn, routesInPackage } from '../support/routes.ts';

const MAIL = 'async function mail(to) { await to; }';

describe('azure functions', () => {
  flags(
    'triggers and hooks',
    `
    import { app } from '@azure/functions';
    ${MAIL}
    app.http('hello', { methods: ['GET'], authLevel: 'anonymous', handler: async (request, context) => {
      mail(1);
      ^^^^^^^ floating
      return { body: 'hi' };
    } });
    app.get('short', async () => {
      void mail(2);
      ^^^^^^^^^^^^ voided
      return {};
    });
    const nightly = async (timer, context) => {
      mail(3);
      ^^^^^^^ floating
    };
    app.timer('nightly', { schedule: '0 0 * * *', handler: nightly });
    app.storageQueue('jobs', { queueName: 'jobs', connection: '', handler: (item) => {
      mail(4);
      ^^^^^^^ floating
    } });
    app.hook.preInvocation(async (context) => {
      mail(5);
      ^^^^^^^ floating
    });
  `,
  );
  flags(
    'in CommonJS, and handlers by their types',
    `
    const { app } = require('@azure/functions');
    const df = require('durable-functions');
    ${MAIL}
    app.serviceBusTopic('orders', { handler: async (message) => {
      mail(1);
      ^^^^^^^ floating
    } });
    df.app.activity('pay', { handler: async (input) => {
      mail(2);
      ^^^^^^^ floating
    } });
    /** @type {import('@azure/functions').AzureFunction} */
    const older = async (context, req) => {
      mail(3);
      ^^^^^^^ floating
    };
  `,
  );
  silent(
    'awaited and returned',
    `
    import { app } from '@azure/functions';
    ${MAIL}
    app.http('hello', { handler: async () => { await mail(1); return {}; } });
    app.timer('nightly', { schedule: '', handler: () => mail(2) });
  `,
  );
  silent(
    'inputs and outputs, and another app',
    `
    import { input } from '@azure/functions';
    import { app } from 'left-pad';
    ${MAIL}
    input.sql('x', { handler: () => { mail(1); } });
    app.timer('nightly', { handler: () => { mail(2); } });
  `,
  );
  it('finds the older model by its parameters, in a package that depends on it', () => {
    const code = `${MAIL}\nmodule.exports = async function (context, req) { mail(); context.res = {}; };`;
    expect(routesInPackage('@azure/functions', 'Hello/index.js', code)).toHaveLength(1);
    expect(routesInPackage('left-pad', 'Hello/index.js', code)).toEqual([]);
  });
  it('names routes', () => {
    expect(
      routesIn(`
      import { app } from '@azure/functions';
      app.http('hello', { handler: () => {} });
      app.deleteRequest('remove', () => {});
      app.cosmosDB('changes', { handler: () => {} });
      app.mcpTool('ask', { handler: () => {} });
      app.hook.appTerminate(() => {});
    `),
    ).toEqual(['http hello', 'deleteRequest remove', 'cosmosDB changes', 'mcpTool ask', 'hook appTerminate']);
  });
});
