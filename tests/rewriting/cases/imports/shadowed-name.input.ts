import express from 'express';
import { fireTask } from '../lib/fire-task.js';
import { record } from '../services/audit.js';

export const app = express();

app.post('/orders', (req, res) => {
  fireTask(record('ordered'), 'record');
  record('noted');
  res.sendStatus(202);
});

app.post('/fires/:name', (req, res) => {
  const fireTask = req.params.name;
  record(fireTask);
  res.sendStatus(202);
});
