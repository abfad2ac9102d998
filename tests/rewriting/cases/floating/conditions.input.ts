import express from 'express';
import { mailer, sendReceipt } from '../services/mail.js';

export const app = express();

app.post('/orders/:id/pay', (req, res) => {
  const wanted = req.query.receipt === 'yes';
  wanted && sendReceipt('ann@example.org');
  mailer?.send('bob@example.org');
  wanted ? sendReceipt('cid@example.org') : mailer?.send('dan@example.org');
  res.sendStatus(202);
});
