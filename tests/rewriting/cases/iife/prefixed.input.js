import express from 'express';
import { record } from '../services/audit.js';
import { placeOrder } from '../services/orders.js';

const app = express();

app.post('/orders/:id', (req, res) => {
  !async function () {
    const order = await placeOrder('1');
    await record(order.id);
  }();

  void async function note() {
    await record('noted');
  }();

  +(async () => await record('again'))();
  res.sendStatus(202);
});

export default app;
