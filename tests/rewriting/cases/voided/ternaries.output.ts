import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders/:id/pay', (req, res) => {
  const wanted = req.query.receipt === 'yes';
  wanted ? fireTask(sendReceipt('ann@example.org'), 'sendReceipt') : fireTask(record('paid'), 'record');
  void (wanted ? fireTask(sendReceipt('ann@example.org'), 'sendReceipt') : fireTask(record('paid'), 'record'));
  void (wanted && fireTask(sendReceipt('bob@example.org'), 'sendReceipt'));
  res.sendStatus(202);
});
