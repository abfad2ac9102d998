import Router from '@koa/router';
import Koa from 'koa';
import { record } from '../services/audit.js';
import { placeOrder } from '../services/orders.js';

const app = new Koa();
const router = new Router({ prefix: '/v1' });

app.use(async function responseTime(ctx, next) {
  const start = Date.now();
  try {
    next();
  } finally {
    ctx.set('X-Response-Time', `${Date.now() - start}ms`);
  }
});

router.post('/orders/:id', async (ctx) => {
  const { id = '' } = ctx.params as { id?: string };
  ctx.body = await placeOrder(id);
  record(id);
});

app.use(router.routes()).use(router.allowedMethods());
export default app;
