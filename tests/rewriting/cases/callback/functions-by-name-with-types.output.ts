import express from 'express';
import { record } from '../services/audit.js';
import { mailer } from '../services/mail.js';
import { refreshPrices, reserve } from '../services/orders.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

const refresh = refreshPrices as typeof refreshPrices | undefined;

app.post('/orders', (req, res) => {
  res.on('close', (() => fireTask(refreshPrices(), 'refreshPrices')) as () => void);
  setTimeout(() => fireTask(refresh!(), 'refresh'), 50);
  ['book', 'pen'].forEach(((item) => fireTask(reserve(item), 'reserve')) satisfies (item: string) => unknown);
  ['ordered', 'paid'].forEach(((event) => fireTask(record(event), 'record')));
  setImmediate(() => fireTask(mailer?.send(req.path), 'mailer.send'));
  res.sendStatus(202);
});
