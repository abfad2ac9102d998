import Router from '@koa/router';
import Koa from 'koa';
import { helper, launch, launchFailing, launchLate, listening } from './tasks.mjs';

const app = new Koa();
const router = new Router();

router.post('/tasks/:id', (ctx) => {
  launch(ctx.params.id, ctx.query.ms);
  ctx.status = 202;
});

router.post('/late/:id', async (ctx) => {
  await launchLate(ctx.params.id);
  ctx.status = 202;
});

router.post('/failing', (ctx) => {
  launchFailing();
  ctx.status = 202;
});

router.get('/health', (ctx) => {
  ctx.status = 200;
});

app.use(router.routes());

const server = app.listen(0, '127.0.0.1', () => listening(server.address().port));

if (helper !== undefined) helper.drainOnShutdown(server);
else process.once('SIGTERM', () => server.close(() => process.exit(0)));
