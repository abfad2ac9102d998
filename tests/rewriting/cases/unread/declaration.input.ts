import express from 'express';
import { sendReceipt } from '../services/mail.js';

export const app = express();

app.post('/receipts', (req, res) => {
  const sent = sendReceipt('ann@example.org');
  let again = /* for the shop */ sendReceipt('shop@example.org');
  res.sendStatus(202);
});
