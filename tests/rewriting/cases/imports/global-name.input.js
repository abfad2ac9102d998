import express from 'express';
import { record } from '../services/audit.js';

/* global fireTask */
const app = express();

app.post('/orders', (req, res) => {
  record('ordered').finally(() => fireTask('ordered'));
  res.sendStatus(202);
});

export default app;
