import express from 'express';
import { logError, record } from '../services/audit.js';
import { mailer, sendReceipt } from '../services/mail.js';
import { refreshPrices, reserve } from '../services/orders.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders', (req, res) => {
  const items = ['book', 'pen'];
  fireTask(Promise.race([refreshPrices(), new Promise<void>((resolve) => setTimeout(resolve, 1000))]), 'refreshPrices');
  fireTask(Promise.any<string | undefined>([mailer?.send('ann@example.org'), sendReceipt('ann@example.org')]), 'POST /orders');
  fireTask(Promise.allSettled(
    items.map(async (item) => {
      await reserve(item);
    }),
  ), 'reserve');
  fireTask(Promise.all([
    record('ordered'), // the books
    ...items.map(reserve),
  ])
    .then(([, ...kept]) => kept.every(Boolean))
    .catch(logError), 'POST /orders');
  res.sendStatus(202);
});
