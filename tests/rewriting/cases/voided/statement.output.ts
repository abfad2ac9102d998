import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/receipts', (req, res) => {
  fireTask(sendReceipt('ann@example.org'), 'sendReceipt');
  fireTask(/* in the background */ sendReceipt('bob@example.org'), 'sendReceipt');
  fireTask(sendReceipt('cid@example.org'), 'sendReceipt');
  res.sendStatus(202);
});
