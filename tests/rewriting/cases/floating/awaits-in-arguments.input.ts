import express from 'express';
import { placeOrder } from '../services/orders.js';
import { sendReceipt } from '../services/mail.js';

export const app = express();

app.post('/orders', async (req, res) => {
  sendReceipt('ann@example.org', await placeOrder(req.ip ?? ''));
  res.sendStatus(202);
});
