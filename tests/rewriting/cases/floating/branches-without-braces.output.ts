import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders/:id/pay', (req, res) => {
  if (req.query.receipt === 'yes') fireTask(sendReceipt('ann@example.org'), 'sendReceipt');
  else fireTask(record('paid without receipt'), 'record');
  res.sendStatus(202);
});
