import express from 'express';
import { record } from '../services/audit.js';
import { reserve } from '../services/orders.js';
import { fireTask } from '../lib/fire-task.js';

const app = express();
/** @type {Map<string, Set<string>>} */
const baskets = new Map();

app.post('/baskets/reserve', (req, res) => {
  baskets.forEach((items, reader) => { fireTask(async () => {
    items.forEach(item => { fireTask(async () => await reserve(item), 'reserve'); });
    await record(reader);
  }, 'POST /baskets/reserve'); });
  baskets.forEach((items) => items.forEach((item) => fireTask(reserve(item), 'reserve')));
  for (const [reader, items] of baskets) items.forEach((item) => fireTask(record(`${reader} ${item}`), 'record'));
  res.sendStatus(202);
});

export { app };
