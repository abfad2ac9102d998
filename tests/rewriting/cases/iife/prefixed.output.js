import express from 'express';
import { record } from '../services/audit.js';
import { placeOrder } from '../services/orders.js';
import { fireTask } from '../lib/fire-task.js';

const app = express();

app.post('/orders/:id', (req, res) => {
  fireTask(async function () {
    const order = await placeOrder('1');
    await record(order.id);
  }, 'POST /orders/:id');

  fireTask(async function note() {
    await record('noted');
  }, 'record');

  fireTask(async () => await record('again'), 'record');
  res.sendStatus(202);
});

export default app;
