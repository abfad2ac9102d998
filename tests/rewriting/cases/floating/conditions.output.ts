import express from 'express';
import { mailer, sendReceipt } from '../services/mail.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders/:id/pay', (req, res) => {
  const wanted = req.query.receipt === 'yes';
  wanted && fireTask(sendReceipt('ann@example.org'), 'sendReceipt');
  fireTask(mailer?.send('bob@example.org'), 'mailer.send');
  wanted ? fireTask(sendReceipt('cid@example.org'), 'sendReceipt') : fireTask(mailer?.send('dan@example.org'), 'mailer.send');
  res.sendStatus(202);
});
