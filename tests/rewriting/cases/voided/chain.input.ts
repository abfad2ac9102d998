import express from 'express';
import { logError, record } from '../services/audit.js';

export const app = express();

app.post('/orders', (req, res) => {
  void record('ordered')
    .then(() => record('noted'))
    .catch(logError);
  res.sendStatus(202);
});
