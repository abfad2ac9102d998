import express from 'express';
import { logError, record } from '../services/audit.js';

export const app = express();

app.post('/orders', (req, res) => {
  const recorded = record('ordered');
  recorded.catch(logError);
  const noted = record('noted');
  void noted;
  res.sendStatus(202);
});
