import express from 'express';
import { record } from '../services/audit.js';
import { placeOrder, type Order } from '../services/orders.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders', async (req, res) => {
  const order = await placeOrder('1');

  fireTask((async ({ id, items }: Order, ...rest: readonly string[]) => {
    for (const item of [...items, ...rest]) await record(`${id} ${item}`);
  })(order, 'wrapping'), 'POST /orders');

  fireTask((async (id = order.id) => {
    await record(id);
  })(), 'record');

  fireTask((async <T extends Order>({ id }: T) => record(id))<Order>(order), 'POST /orders');

  res.status(201).json(order);
});
