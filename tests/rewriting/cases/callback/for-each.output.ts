import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

const readers = ['ann@example.org', 'bob@example.org'];

app.post('/receipts', (req, res) => {
  readers.forEach((to) => { fireTask(async () => {
    await sendReceipt(to);
  }, 'sendReceipt'); });
  readers.forEach(to => { fireTask(async () => {
    await sendReceipt(to);
  }, 'sendReceipt'); });
  readers.forEach((to) => { fireTask(async () => await sendReceipt(to), 'sendReceipt'); });
  readers.forEach((to) => fireTask(sendReceipt(to), 'sendReceipt'));
  res.sendStatus(202);
});
