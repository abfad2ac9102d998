import express from 'express';
import { logError, record } from '../services/audit.js';

export const app = express();

app.post('/orders', (req, res) => {
  const recorded = record('ordered');
  if (req.ip === undefined) {
    res.sendStatus(400);
    return;
  }
  recorded.catch(logError);
  res.sendStatus(202);
});
