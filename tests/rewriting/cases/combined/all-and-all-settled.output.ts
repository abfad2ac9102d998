import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/receipts', (req, res) => {
  fireTask(Promise.all(['ann@example.org', 'bob@example.org'].map((to) => sendReceipt(to))), 'Promise.all');
  fireTask(Promise.allSettled([
    sendReceipt('cid@example.org'),
    record('sent'),
  ]), 'Promise.allSettled');
  res.sendStatus(202);
});
