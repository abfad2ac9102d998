import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const WARM = "const warm = async () => { await fetch('x'); };\n";

describe('the callback of listen', () => {
  reaches('of Express', {
    'app.js': `import express from 'express';
${WARM}const app = express();
app.listen(3000, () => { warm(); console.log('up'); }); //! listen
app.listen(3001, onUp);
function onUp() { warm(); } //! listen
`,
  });
  reaches('of node:http around any application', {
    'app.js': `import { createServer } from 'node:http';
import { handler } from 'acme';
${WARM}const server = createServer(handler);
server.listen({ port: 3000 }, () => void warm()); //! listen
`,
  });
  reaches('of Koa', {
    'package.json': '{ "type": "module", "dependencies": { "koa": "3" } }',
    'app.js': `import Koa from 'koa';
${WARM}new Koa().use((ctx) => { ctx.body = 1; }).listen(3000, () => { warm(); }); //! listen
`,
  });
  reaches('of Fastify, and of Hono on Node', {
    'package.json': '{ "type": "module", "dependencies": { "fastify": "5", "hono": "4", "@hono/node-server": "1" } }',
    'app.js': `import Fastify from 'fastify';
import { serve } from '@hono/node-server';
${WARM}Fastify().listen({ port: 3000 }, (error) => { if (error) throw error; warm(); }); //! listen
serve({ fetch: app.fetch, port: 3001 }, (info) => { warm(); }); //! listen
`,
  });
  reaches('but neither what it calls at startup, nor what it waits for, nor listen of anything else', {
    'app.js': `import express from 'express';
${WARM}const app = express();
app.listen(3000, () => { start(); });
function start() { warm(); }
app.listen(3001, async () => { await warm(); });
player.listen('x', () => { warm(); });
`,
  });
  reaches('drops what it returns, except of an async function, which is the whole of the work', {
    'app.js': `import express from 'express';
${WARM}const app = express();
app.listen(3000, () => warm()); //! listen
app.listen(3001, () => { return warm(); }); //! listen
app.listen(3002, async () => warm());
app.listen(3003, async () => { await warm(); });
app.listen(3004, warm);
app.get('/', () => warm());
`,
  });
  reaches('adds listeners that run on their own events', {
    'app.js': `import express from 'express';
import process from 'node:process';
${WARM}const app = express();
const server = app.listen(3000, () => {
  process.on('SIGTERM', () => { warm(); }); //! on SIGTERM
  server.on('close', () => { warm(); }); //! on close
  console.log(1);
  warm(); //! listen
});
`,
  });
  reaches(
    'adds none where messages do not count',
    {
      'app.js': `import express from 'express';
${WARM}const app = express();
const server = app.listen(3000, () => {
  server.on('close', () => { warm(); });
  warm(); //! listen
});
`,
    },
    { kinds: ['lifecycle'] },
  );
});
