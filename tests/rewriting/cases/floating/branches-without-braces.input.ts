import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { record } from '../services/audit.js';

export const app = express();

app.post('/orders/:id/pay', (req, res) => {
  if (req.query.receipt === 'yes') sendReceipt('ann@example.org');
  else record('paid without receipt');
  res.sendStatus(202);
});
