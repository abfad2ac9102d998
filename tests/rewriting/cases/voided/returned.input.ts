import express from 'express';
import { sendReceipt } from '../services/mail.js';

export const app = express();

app.post('/receipts', (req, res) => {
  res.sendStatus(202);
  return void sendReceipt('ann@example.org');
});
