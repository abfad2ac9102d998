import express from 'express';
import { sendReceipt } from '../services/mail.js';

export const app = express();

app.post('/receipts', (req, res) => {
  void sendReceipt('ann@example.org');
  void /* in the background */ sendReceipt('bob@example.org');
  void (sendReceipt('cid@example.org'));
  res.sendStatus(202);
});
