import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders/:id/pay', (req, res) => {
  console.log(req.ip), fireTask(sendReceipt('ann@example.org'), 'sendReceipt'), fireTask(record('paid'), 'record');
  res.sendStatus(202);
});
