import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/receipts', (req, res) => {
  const sent = sendReceipt('ann@example.org'),
    status = 202;
  fireTask(sent, 'sendReceipt');
  res.sendStatus(status);
});
