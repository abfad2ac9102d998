import express from 'express';
import { sendReceipt } from '../services/mail.js';

export const app = express();

const readers = ['ann@example.org', 'bob@example.org'];

app.post('/receipts', async (req, res) => {
  await readers.map((to) => sendReceipt(to));
  res.sendStatus(202);
});
