import express from 'express';
import { record } from '../services/audit.js';

export const app = express();

app.post('/orders/:id', (req, res) => {
  (async () => {
    await record('ordered');
    // a comment of its own
    await record('noted');
  })();
  res.sendStatus(202);
});
