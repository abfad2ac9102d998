import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { record } from '../services/audit.js';

export const app = express();

app.post('/orders/:id/pay', (req, res) => {
  console.log(req.ip), sendReceipt('ann@example.org'), record('paid');
  res.sendStatus(202);
});
