import express from 'express';
import { placeOrder } from '../services/orders.js';
import { sendReceipt } from '../services/mail.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders', async (req, res) => {
  fireTask(sendReceipt('ann@example.org', await placeOrder(req.ip ?? '')), 'sendReceipt');
  res.sendStatus(202);
});
