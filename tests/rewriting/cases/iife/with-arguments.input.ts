import express from 'express';
import { record } from '../services/audit.js';
import { placeOrder, type Order } from '../services/orders.js';

export const app = express();

app.post('/orders', async (req, res) => {
  const order = await placeOrder('1');

  (async ({ id, items }: Order, ...rest: readonly string[]) => {
    for (const item of [...items, ...rest]) await record(`${id} ${item}`);
  })(order, 'wrapping');

  (async (id = order.id) => {
    await record(id);
  })();

  void (async <T extends Order>({ id }: T) => record(id))<Order>(order);

  res.status(201).json(order);
});
