import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { record } from '../services/audit.js';

export const app = express();

app.post('/orders/:id/:step', (req, res) => {
  switch (req.params.step) {
    case 'pay': record('paid'); break;
    default:
      record('unknown step');
  }
  for (const to of ['ann@example.org', 'bob@example.org']) sendReceipt(to);
  let left = 2;
  do record('again'); while (--left > 0);
  res.sendStatus(202);
});
