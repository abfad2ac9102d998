import express from 'express';
import {
  activeTasks, // for the health check
  type Task, // and its type
} from '../lib/fire-task.js';
import { record } from '../services/audit.js';

export const app = express();

app.post('/orders', (req, res) => {
  record('ordered');
  const [oldest]: readonly Task[] = activeTasks();
  res.json(oldest);
});
