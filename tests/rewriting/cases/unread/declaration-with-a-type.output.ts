import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/receipts', (req, res) => {
  const sent: Promise<unknown> = sendReceipt('ann@example.org'); // why
  fireTask(sent, 'sendReceipt');
  res.sendStatus(202);
});
