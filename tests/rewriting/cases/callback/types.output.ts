import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

const readers = ['ann@example.org', 'bob@example.org'];

app.post('/receipts', (req, res) => {
  readers.forEach((to: string, at: number) => { fireTask(async (): Promise<void> => {
    await sendReceipt(to, undefined, at.toString());
  }, 'sendReceipt'); });
  readers.forEach((to) => fireTask(sendReceipt(to), 'sendReceipt'));
  readers.forEach(function (to) { fireTask(async (): Promise<void> => {
    await sendReceipt(to);
  }, 'sendReceipt'); });
  readers.forEach(({ length }) => { fireTask(async () => ({ length, sent: await sendReceipt('') }), 'sendReceipt'); });
  res.sendStatus(202);
});
