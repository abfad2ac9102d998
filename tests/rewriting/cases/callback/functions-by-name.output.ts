import express from 'express';
import { record } from '../services/audit.js';
import { placeOrder, reserve } from '../services/orders.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders', (req, res) => {
  ['book', 'pen'].forEach((item) => fireTask(reserve(item), 'reserve'));
  ['1', '2'].forEach((id) => fireTask(placeOrder(id), 'placeOrder'));
  res.sendStatus(202);
});
