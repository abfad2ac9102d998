import express from 'express';
import { fireTask, type Task } from '../lib/fire-task.js';
import { record } from '../services/audit.js';

export const app = express();

export const last: Task[] = [];

app.post('/orders', (req, res) => {
  fireTask(record('ordered'), 'record');
  res.sendStatus(202);
});
