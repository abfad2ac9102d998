import express from 'express';
import * as tasks from '../lib/fire-task.js';
import { record } from '../services/audit.js';

export const app = express();

app.get('/tasks', (req, res) => {
  record('listed');
  res.json(tasks.activeTasks());
});

app.post('/tasks', express.json(), (req, res) => {
  const { tasks } = req.body as { tasks: string[] };
  for (const task of tasks) record(task);
  res.sendStatus(202);
});
