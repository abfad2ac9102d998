import express from 'express';
import { logError, record } from '../services/audit.js';
import { mailer, sendReceipt } from '../services/mail.js';
import { refreshPrices, reserve } from '../services/orders.js';

export const app = express();

app.post('/orders', (req, res) => {
  const items = ['book', 'pen'];
  Promise.race([refreshPrices(), new Promise<void>((resolve) => setTimeout(resolve, 1000))]);
  void Promise.any<string | undefined>([mailer?.send('ann@example.org'), sendReceipt('ann@example.org')]);
  Promise.allSettled(
    items.map(async (item) => {
      await reserve(item);
    }),
  );
  Promise.all([
    record('ordered'), // the books
    ...items.map(reserve),
  ])
    .then(([, ...kept]) => kept.every(Boolean))
    .catch(logError);
  res.sendStatus(202);
});
