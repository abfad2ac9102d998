import express from 'express';
import {
  activeTasks, // for the health check
  type Task, // and its type
  fireTask,
} from '../lib/fire-task.js';
import { record } from '../services/audit.js';

export const app = express();

app.post('/orders', (req, res) => {
  fireTask(record('ordered'), 'record');
  const [oldest]: readonly Task[] = activeTasks();
  res.json(oldest);
});
