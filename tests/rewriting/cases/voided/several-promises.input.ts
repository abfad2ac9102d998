import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { record } from '../services/audit.js';

export const app = express();

app.post('/receipts', (req, res) => {
  void [sendReceipt('ann@example.org'), record('sent')];
  void ['bob@example.org', 'cid@example.org'].map((to) => sendReceipt(to));
  void Promise.all([sendReceipt('dan@example.org'), record('sent')]);
  res.sendStatus(202);
});
