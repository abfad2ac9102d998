import express from 'express';
import { sendReceipt } from '../services/mail.js';

export const app = express();

app.post('/receipts', (req, res) => {
  const sent = sendReceipt('ann@example.org'),
    status = 202;
  res.sendStatus(status);
});
