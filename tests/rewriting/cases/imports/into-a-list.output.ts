import express from 'express';
import { record } from '../services/audit.js';
import {
  activeTasks,
  drainTasks,
  fireTask,
} from '../lib/fire-task.js';

export const app = express();

app.post('/orders', (req, res) => {
  fireTask(record('ordered'), 'record');
  res.json({ running: activeTasks().length });
});

process.on('SIGTERM', async () => {
  await drainTasks();
});
