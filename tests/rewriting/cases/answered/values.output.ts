import express from 'express';
import { reserve } from '../services/orders.js';
import { placeOrder } from '../services/orders.js';

export const app = express();

app.get('/orders/:id', async (req, res) => {
  if (req.query.plain === 'yes') {
    res.send(`order ${await placeOrder('1')}`);
    return;
  }
  if (!await reserve('book')) res.status(409);
  res.json({ ...await placeOrder('1'), reserved: true });
});

app.get('/orders', async (req, res) => {
  res.json(await placeOrder('1'));
});
