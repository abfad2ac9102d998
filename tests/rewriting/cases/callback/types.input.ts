import express from 'express';
import { sendReceipt } from '../services/mail.js';

export const app = express();

const readers = ['ann@example.org', 'bob@example.org'];

app.post('/receipts', (req, res) => {
  readers.forEach(async (to: string, at: number): Promise<void> => {
    await sendReceipt(to, undefined, at.toString());
  });
  readers.forEach((to): Promise<string> => sendReceipt(to));
  readers.forEach(async function (to): Promise<void> {
    await sendReceipt(to);
  });
  readers.forEach(async ({ length }) => ({ length, sent: await sendReceipt('') }));
  res.sendStatus(202);
});
