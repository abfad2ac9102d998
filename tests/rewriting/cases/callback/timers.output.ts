import express from 'express';
import { record } from '../services/audit.js';
import { refreshPrices } from '../services/orders.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/refresh', (req, res) => {
  setTimeout(() => { fireTask(async () => {
    await refreshPrices();
  }, 'refreshPrices'); }, 50);
  setTimeout(() => fireTask(record('later'), 'record'), 50);
  setInterval(() => fireTask(refreshPrices(), 'refreshPrices'), 60_000);
  setTimeout((event) => fireTask(record(event), 'record'), 10, 'with an argument');
  setImmediate(() => {
    return fireTask(record('at once'), 'record');
  });
  res.sendStatus(202);
});
