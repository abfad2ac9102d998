import Koa from 'koa';

export const app = new Koa();

app.use(async (ctx, next) => {
  const start = Date.now();
  await next();
  ctx.set('X-Response-Time', `${Date.now() - start}ms`);
});

app.use((ctx, next) => {
  ctx.set('X-Powered-By', 'tea');
  return next();
});
