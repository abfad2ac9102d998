import express from 'express';
import { record } from '../services/audit.js';

export const app = express();

app.post('/orders/:id', function (req, res) {
  (async function () {
    await record(String(this));
  })();
  (async () => {
    await record(String(this) + arguments.length);
  })();
  res.sendStatus(202);
});
