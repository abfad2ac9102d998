import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { record } from '../services/audit.js';

export const app = express();

app.post('/orders/:id/pay', (req, res) => {
  const wanted = req.query.receipt === 'yes';
  wanted ? void sendReceipt('ann@example.org') : void record('paid');
  void (wanted ? sendReceipt('ann@example.org') : record('paid'));
  void (wanted && sendReceipt('bob@example.org'));
  res.sendStatus(202);
});
