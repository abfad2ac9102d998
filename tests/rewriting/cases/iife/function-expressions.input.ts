import express from 'express';
import { record } from '../services/audit.js';

export const app = express();

app.post('/orders/:id', function (req, res) {
  (async function () {
    await record('ordered');
  })();
  (async function note() {
    await record('noted');
  }());
  (async (event) => {
    await record(event);
  })('given');
  res.sendStatus(202);
});
