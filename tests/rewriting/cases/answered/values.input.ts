import express from 'express';
import { reserve } from '../services/orders.js';
import { placeOrder } from '../services/orders.js';

export const app = express();

app.get('/orders/:id', async (req, res) => {
  if (req.query.plain === 'yes') {
    res.send(`order ${placeOrder('1')}`);
    return;
  }
  if (!reserve('book')) res.status(409);
  res.json({ ...placeOrder('1'), reserved: true });
});

app.get('/orders', async (req, res) => {
  res.json(placeOrder('1'));
});
