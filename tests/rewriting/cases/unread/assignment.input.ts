import express from 'express';
import { record } from '../services/audit.js';

export const app = express();

app.post('/orders', (req, res) => {
  let last: Promise<void>;
  last = record('ordered');
  res.sendStatus(202);
});
