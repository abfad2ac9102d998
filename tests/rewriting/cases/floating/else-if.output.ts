import express from 'express';
import { record } from '../services/audit.js';
import { refreshPrices } from '../services/orders.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/events/:kind', (req, res) => {
  const { kind } = req.params;
  if (kind === 'order') {
    fireTask(record('order'), 'record');
  } else if (kind === 'price')
    fireTask(refreshPrices(), 'refreshPrices');
  else if (kind !== '')
    fireTask(record(kind), 'record');
  else {
    res.sendStatus(400);
    return;
  }
  if (req.query.twice) fireTask(record('twice'), 'record'); else res.set('X-Once', '1');
  res.sendStatus(202);
});
