import { Hono } from 'hono';

const app = new Hono();

app.use(async (c, next) => {
  next();
  c.header('x-served-by', 'hono');
});

app.get('/products/:id', async (c) => {
  const product = await findProduct(c.req.param('id'));
  recordView(product.id);
  return c.json(product);
});

async function findProduct(id: string): Promise<{ id: string }> {
  return { id };
}

async function recordView(id: string): Promise<void> {
  await fetch(`https://views.internal/${id}`, { method: 'POST' });
}

export default app;
