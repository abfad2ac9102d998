import express from 'express';
import { record } from '../services/audit.js';

export const app = express();

app.post('/orders', (req, res) => {
      record(`order from
  ${req.ip ?? 'nowhere'}
`);
      res.sendStatus(202);
});
