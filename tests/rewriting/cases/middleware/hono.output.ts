import { Hono } from 'hono';

export const app = new Hono();

app.use(async (c, next) => {
  await next();
  c.header('X-Powered-By', 'tea');
});
