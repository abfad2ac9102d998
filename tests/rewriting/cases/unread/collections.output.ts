import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/receipts', (req, res) => {
  const sending = [];
  for (const to of ['ann@example.org', 'bob@example.org']) sending.push(fireTask(sendReceipt(to), 'sendReceipt'));
  const seen = new Set();
  seen.add(fireTask(sendReceipt('cid@example.org'), 'sendReceipt'));
  fireTask(Promise.all(['dan@example.org'].map((to) => sendReceipt(to))), 'sendReceipt');
  const state = { receipt: fireTask(sendReceipt('eve@example.org'), 'sendReceipt'), at: Date.now() };
  res.sendStatus(202);
});
