import express from 'express';
import { record } from '../services/audit.js';
import { placeOrder, reserve } from '../services/orders.js';

export const app = express();

app.post('/orders', (req, res) => {
  ['book', 'pen'].forEach(reserve);
  ['1', '2'].forEach(placeOrder);
  res.sendStatus(202);
});
