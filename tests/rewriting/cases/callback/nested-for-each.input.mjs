import express from 'express';
import { record } from '../services/audit.js';
import { reserve } from '../services/orders.js';

const app = express();
/** @type {Map<string, Set<string>>} */
const baskets = new Map();

app.post('/baskets/reserve', (req, res) => {
  baskets.forEach(async (items, reader) => {
    items.forEach(async item => await reserve(item));
    await record(reader);
  });
  baskets.forEach((items) => items.forEach((item) => reserve(item)));
  for (const [reader, items] of baskets) items.forEach((item) => void record(`${reader} ${item}`));
  res.sendStatus(202);
});

export { app };
