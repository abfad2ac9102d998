import express from 'express';
import { fireTask, fireTask as fireTrackedTask } from '../lib/fire-task.js';
import { record } from '../services/audit.js';

export const app = express();

app.post('/orders', (req, res) => {
  fireTask(record('ordered'), 'record');
  fireTask(record('noted'), 'record');
  res.sendStatus(202);
});

app.post('/fires/:name', (req, res) => {
  const fireTask = req.params.name;
  fireTrackedTask(record(fireTask), 'record');
  res.sendStatus(202);
});
