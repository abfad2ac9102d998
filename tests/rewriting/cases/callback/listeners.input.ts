import express from 'express';
import { logError, record } from '../services/audit.js';

export const app = express();

app.post('/orders', (req, res) => {
  res.on('finish', async () => {
    await record('answered');
  });
  req.once('close', () => record('closed').catch(logError));
  res.sendStatus(202);
});
