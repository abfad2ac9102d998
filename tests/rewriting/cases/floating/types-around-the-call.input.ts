import express from 'express';
import { sendReceipt } from '../services/mail.js';

export const app = express();

const send = sendReceipt as typeof sendReceipt | undefined;

app.post('/receipts', (req, res) => {
  send!(req.ip!)!;
  (sendReceipt(req.ip as string) as unknown);
  (sendReceipt('ann@example.org') satisfies Promise<string>);
  res.sendStatus(202);
});
