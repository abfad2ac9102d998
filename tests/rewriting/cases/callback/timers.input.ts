import express from 'express';
import { record } from '../services/audit.js';
import { refreshPrices } from '../services/orders.js';

export const app = express();

app.post('/refresh', (req, res) => {
  setTimeout(async () => {
    await refreshPrices();
  }, 50);
  setTimeout(() => record('later'), 50);
  setInterval(refreshPrices, 60_000);
  setTimeout(record, 10, 'with an argument');
  setImmediate(() => {
    return record('at once');
  });
  res.sendStatus(202);
});
