import express from 'express';
import { mailer, type Mailer } from '../services/mail.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

const mailers: Record<string, Partial<Mailer>> = { shop: mailer ?? {} };

app.post('/receipts', (req, res) => {
  fireTask(mailer?.send('ann@example.org'), 'mailer.send');
  fireTask(mailer?.send?.('bob@example.org'), 'mailer.send');
  fireTask(mailers.shop?.send?.('cid@example.org').then(String), 'mailers.shop.send');
  fireTask((mailer!.send)('dan@example.org'), 'mailer.send');
  res.sendStatus(202);
});
