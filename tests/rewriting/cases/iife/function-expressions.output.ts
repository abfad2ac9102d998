import express from 'express';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders/:id', function (req, res) {
  fireTask(async function () {
    await record('ordered');
  }, 'record');
  fireTask(async function note() {
    await record('noted');
  }, 'record');
  fireTask((async (event) => {
    await record(event);
  })('given'), 'record');
  res.sendStatus(202);
});
