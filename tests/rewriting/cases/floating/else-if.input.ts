import express from 'express';
import { record } from '../services/audit.js';
import { refreshPrices } from '../services/orders.js';

export const app = express();

app.post('/events/:kind', (req, res) => {
  const { kind } = req.params;
  if (kind === 'order') {
    record('order');
  } else if (kind === 'price')
    refreshPrices();
  else if (kind !== '')
    void record(kind);
  else {
    res.sendStatus(400);
    return;
  }
  if (req.query.twice) record('twice'); else res.set('X-Once', '1');
  res.sendStatus(202);
});
