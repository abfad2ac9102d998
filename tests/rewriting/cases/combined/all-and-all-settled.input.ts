import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { record } from '../services/audit.js';

export const app = express();

app.post('/receipts', (req, res) => {
  Promise.all(['ann@example.org', 'bob@example.org'].map((to) => sendReceipt(to)));
  Promise.allSettled([
    sendReceipt('cid@example.org'),
    record('sent'),
  ]);
  res.sendStatus(202);
});
