import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/receipts', (req, res) => {
  res.sendStatus(202);
  return void fireTask(sendReceipt('ann@example.org'), 'sendReceipt');
});
