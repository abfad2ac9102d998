import express from 'express';
import { record } from '../services/audit.js';
import { reserve } from '../services/orders.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

const cache = new Map();

app.get('/stock/:item', (req, res) => {
  const { item } = req.params;
  const known = cache.get(item);
  known || fireTask(reserve(item), 'reserve');
  known ?? fireTask(record(`miss ${item}`), 'record');
  known && (known.count > 3 && fireTask(record('hot'), 'record'), fireTask(reserve(item), 'reserve'));
  known === undefined ? fireTask(record('miss'), 'record') : known.count > 3 ? fireTask(record('hot'), 'record') : undefined;
  res.json(known ?? null);
});
