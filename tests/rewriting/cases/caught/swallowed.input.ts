import express from 'express';
import { record } from '../services/audit.js';

export const app = express();

app.post('/orders', (req, res) => {
  record('ordered').catch(() => {});
  res.sendStatus(202);
});
