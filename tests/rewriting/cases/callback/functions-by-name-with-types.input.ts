import express from 'express';
import { record } from '../services/audit.js';
import { mailer } from '../services/mail.js';
import { refreshPrices, reserve } from '../services/orders.js';

export const app = express();

const refresh = refreshPrices as typeof refreshPrices | undefined;

app.post('/orders', (req, res) => {
  res.on('close', refreshPrices as () => void);
  setTimeout(refresh!, 50);
  ['book', 'pen'].forEach(reserve satisfies (item: string) => unknown);
  ['ordered', 'paid'].forEach((record));
  setImmediate(() => mailer?.send(req.path));
  res.sendStatus(202);
});
