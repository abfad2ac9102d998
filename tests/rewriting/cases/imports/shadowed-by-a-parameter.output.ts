import express from 'express';
import * as tasks from '../lib/fire-task.js';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.get('/tasks', (req, res) => {
  tasks.fireTask(record('listed'), 'record');
  res.json(tasks.activeTasks());
});

app.post('/tasks', express.json(), (req, res) => {
  const { tasks } = req.body as { tasks: string[] };
  for (const task of tasks) fireTask(record(task), 'record');
  res.sendStatus(202);
});
