import express from 'express';
import { sendReceipt } from '../services/mail.js';

export const app = express();

app.post('/receipts', (req, res) => {
  const sent: Promise<unknown> = sendReceipt('ann@example.org'); // why
  res.sendStatus(202);
});
