import express from 'express';
import { sendReceipt } from '../services/mail.js';

export const app = express();

app.post('/receipts', (req, res) => {
  sendReceipt(/* to */ 'ann@example.org', // the buyer
    { id: req.ip ?? '', total: 3 } /* receipt */,
  );
  res.sendStatus(202);
});
