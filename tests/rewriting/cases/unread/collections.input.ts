import express from 'express';
import { sendReceipt } from '../services/mail.js';

export const app = express();

app.post('/receipts', (req, res) => {
  const sending = [];
  for (const to of ['ann@example.org', 'bob@example.org']) sending.push(sendReceipt(to));
  const seen = new Set();
  seen.add(sendReceipt('cid@example.org'));
  const all = ['dan@example.org'].map((to) => sendReceipt(to));
  const state = { receipt: sendReceipt('eve@example.org'), at: Date.now() };
  res.sendStatus(202);
});
