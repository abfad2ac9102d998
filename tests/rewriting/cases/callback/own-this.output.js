import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/receipts', (req, res) => {
  ['ann@example.org'].forEach(function (to) { fireTask(async () => {
    this.last = await sendReceipt(to, arguments[1]);
  }, 'sendReceipt'); }, app.locals);
  res.sendStatus(202);
});
