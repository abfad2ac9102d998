import { Hono } from 'hono';

export const app = new Hono();

app.use(async (c, next) => {
  next();
  c.header('X-Powered-By', 'tea');
});
