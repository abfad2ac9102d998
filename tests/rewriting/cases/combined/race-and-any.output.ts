import express from 'express';
import { logError, record } from '../services/audit.js';
import { mailer, sendReceipt } from '../services/mail.js';
import { refreshPrices, reserve } from '../services/orders.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders', (req, res) => {
  const items = ['book', 'pen'];
  fireTask(Promise.race([refreshPrices(), new Promise<void>((resolve) => setTimeout(resolve, 1000))]), 'Promise.race');
  fireTask(Promise.any<string | undefined>([mailer?.send('ann@example.org'), sendReceipt('ann@example.org')]), 'Promise.any');
  fireTask(Promise.allSettled(
    items.map(async (item) => {
      await reserve(item);
    }),
  ), 'Promise.allSettled');
  fireTask(Promise.all([
    record('ordered'), // the books
    ...items.map(reserve),
  ])
    .then(([, ...kept]) => kept.every(Boolean))
    .catch(logError), 'Promise.all');
  res.sendStatus(202);
});
