import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/receipts', (req, res) => {
  setTimeout(() => { fireTask(async () => {
    ['ann@example.org'].forEach((to) => { fireTask(async () => {
      fireTask(record(to), 'record');
      await sendReceipt(to);
    }, 'sendReceipt'); });
    await record('sent');
  }, 'POST /receipts'); }, 50);
  res.sendStatus(202);
});
