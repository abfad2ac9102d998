import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/receipts', (req, res) => {
  fireTask(Promise.all(['ann@example.org', 'bob@example.org'].map((to) => sendReceipt(to))), 'sendReceipt');
  fireTask(Promise.allSettled([
    sendReceipt('cid@example.org'),
    record('sent'),
  ]), 'POST /receipts');
  res.sendStatus(202);
});
