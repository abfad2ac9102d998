import express from 'express';
import { mailer, type Mailer } from '../services/mail.js';

export const app = express();

const mailers: Record<string, Partial<Mailer>> = { shop: mailer ?? {} };

app.post('/receipts', (req, res) => {
  mailer?.send('ann@example.org');
  mailer?.send?.('bob@example.org');
  void mailers.shop?.send?.('cid@example.org').then(String);
  (mailer!.send)('dan@example.org');
  res.sendStatus(202);
});
