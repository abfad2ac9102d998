import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/receipts', (req, res) => {
  void [fireTask(sendReceipt('ann@example.org'), 'sendReceipt'), fireTask(record('sent'), 'record')];
  fireTask(Promise.all(['bob@example.org', 'cid@example.org'].map((to) => sendReceipt(to))), 'sendReceipt');
  fireTask(Promise.all([sendReceipt('dan@example.org'), record('sent')]), 'POST /receipts');
  res.sendStatus(202);
});
