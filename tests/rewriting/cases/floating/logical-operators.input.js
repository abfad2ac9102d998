import express from 'express';
import { record } from '../services/audit.js';
import { reserve } from '../services/orders.js';

export const app = express();

const cache = new Map();

app.get('/stock/:item', (req, res) => {
  const { item } = req.params;
  const known = cache.get(item);
  known || reserve(item);
  known ?? record(`miss ${item}`);
  known && (known.count > 3 && record('hot'), reserve(item));
  known === undefined ? record('miss') : known.count > 3 ? record('hot') : undefined;
  res.json(known ?? null);
});
