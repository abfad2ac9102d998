import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { record } from '../services/audit.js';

export const app = express();

app.post('/receipts', (req, res) => {
  setTimeout(async () => {
    ['ann@example.org'].forEach(async (to) => {
      record(to);
      await sendReceipt(to);
    });
    await record('sent');
  }, 50);
  res.sendStatus(202);
});
