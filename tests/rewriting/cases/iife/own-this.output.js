import express from 'express';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders/:id', function (req, res) {
  fireTask((async function () {
    await record(String(this));
  })(), 'record');
  fireTask(async () => {
    await record(String(this) + arguments.length);
  }, 'record');
  res.sendStatus(202);
});
