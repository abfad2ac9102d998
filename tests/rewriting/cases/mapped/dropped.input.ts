import express from 'express';
import { sendReceipt } from '../services/mail.js';

export const app = express();

const readers = ['ann@example.org', 'bob@example.org'];

app.post('/receipts', (req, res) => {
  readers.map(async (to) => {
    await sendReceipt(to);
  });
  readers.map((to) => sendReceipt(to));
  res.sendStatus(202);
});
