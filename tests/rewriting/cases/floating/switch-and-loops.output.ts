import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders/:id/:step', (req, res) => {
  switch (req.params.step) {
    case 'pay': fireTask(record('paid'), 'record'); break;
    default:
      fireTask(record('unknown step'), 'record');
  }
  for (const to of ['ann@example.org', 'bob@example.org']) fireTask(sendReceipt(to), 'sendReceipt');
  let left = 2;
  do fireTask(record('again'), 'record'); while (--left > 0);
  res.sendStatus(202);
});
