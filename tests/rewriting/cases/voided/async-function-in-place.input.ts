import express from 'express';
import { record } from '../services/audit.js';

export const app = express();

app.post('/orders', (req, res) => {
  void (async () => {
    await record('ordered');
  })();
  res.sendStatus(202);
});
