import express from 'express';
import { logError, record } from '../services/audit.js';

export const app = express();

app.post('/orders', (req, res) => {
  (async () => {
    await record('ordered');
  })().catch(logError);
  res.sendStatus(202);
});
