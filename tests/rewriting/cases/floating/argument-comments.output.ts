import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/receipts', (req, res) => {
  fireTask(sendReceipt(/* to */ 'ann@example.org', // the buyer
    { id: req.ip ?? '', total: 3 } /* receipt */,
  ), 'sendReceipt');
  res.sendStatus(202);
});
