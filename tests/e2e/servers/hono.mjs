import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { helper, launch, launchFailing, launchLate, listening } from './tasks.mjs';

const app = new Hono();

app.post('/tasks/:id', (c) => {
  launch(c.req.param('id'), c.req.query('ms'));
  return c.body(null, 202);
});

app.post('/late/:id', async (c) => {
  await launchLate(c.req.param('id'));
  return c.body(null, 202);
});

app.post('/failing', (c) => {
  launchFailing();
  return c.body(null, 202);
});

app.get('/health', (c) => c.text('ok'));

const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => listening(port));

if (helper !== undefined) helper.drainOnShutdown(server);
else {
  process.on('SIGTERM', () => {
    server.close(() => process.exit(0));
  });
}
