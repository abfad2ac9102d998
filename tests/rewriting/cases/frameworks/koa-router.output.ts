import Router from '@koa/router';
import Koa from 'koa';
import { record } from '../services/audit.js';
import { placeOrder } from '../services/orders.js';
import { fireTask } from '../lib/fire-task.js';

const app = new Koa();
const router = new Router({ prefix: '/v1' });

app.use(async function responseTime(ctx, next) {
  const start = Date.now();
  try {
    await next();
  } finally {
    ctx.set('X-Response-Time', `${Date.now() - start}ms`);
  }
});

router.post('/orders/:id', async (ctx) => {
  const { id = '' } = ctx.params as { id?: string };
  ctx.body = await placeOrder(id);
  fireTask(record(id), `record:${id}`);
});

app.use(router.routes()).use(router.allowedMethods());
export default app;
