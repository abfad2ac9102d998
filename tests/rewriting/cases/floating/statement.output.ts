import express from 'express';
import { placeOrder } from '../services/orders.js';
import { sendReceipt } from '../services/mail.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders', async (req, res) => {
  const order = await placeOrder(req.ip ?? '');
  // the customer hears of it in the background
  fireTask(sendReceipt('ann@example.org', order), 'sendReceipt'); // no need to wait
  res.status(201).json(order);
});
