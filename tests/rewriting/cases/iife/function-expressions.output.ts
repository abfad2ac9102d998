import express from 'express';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders/:id', function (req, res) {
  fireTask(async function () {
    await record('ordered');
  }, 'POST /orders/:id');
  fireTask(async function note() {
    await record('noted');
  }, 'POST /orders/:id');
  fireTask((async (event) => {
    await record(event);
  })('given'), 'POST /orders/:id');
  res.sendStatus(202);
});
