import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

const send = sendReceipt as typeof sendReceipt | undefined;

app.post('/receipts', (req, res) => {
  fireTask(send!(req.ip!)!, 'send');
  fireTask(sendReceipt(req.ip as string) as unknown, 'sendReceipt');
  fireTask(sendReceipt('ann@example.org') satisfies Promise<string>, 'sendReceipt');
  res.sendStatus(202);
});
