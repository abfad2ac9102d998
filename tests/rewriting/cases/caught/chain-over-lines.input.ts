import express from 'express';
import { logError, record } from '../services/audit.js';

export const app = express();

app.post('/orders', (req, res) => {
  record('ordered')
    .then(() => record('noted')) // twice
    .catch(logError);
  record('again').then(() => undefined, logError);
  res.sendStatus(202);
});
