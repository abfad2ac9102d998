import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/receipts', (req, res) => {
  fireTask(sendReceipt('ann@example.org'), 'sendReceipt');
  fireTask(/* for the shop */ sendReceipt('shop@example.org'), 'sendReceipt');
  res.sendStatus(202);
});
