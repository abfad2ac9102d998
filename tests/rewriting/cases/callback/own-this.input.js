import express from 'express';
import { sendReceipt } from '../services/mail.js';

export const app = express();

app.post('/receipts', (req, res) => {
  ['ann@example.org'].forEach(async function (to) {
    this.last = await sendReceipt(to, arguments[1]);
  }, app.locals);
  res.sendStatus(202);
});
