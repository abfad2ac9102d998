import express from 'express';
import { record } from '../services/audit.js';
import {
  activeTasks,
  drainTasks,
} from '../lib/fire-task.js';

export const app = express();

app.post('/orders', (req, res) => {
  record('ordered');
  res.json({ running: activeTasks().length });
});

process.on('SIGTERM', async () => {
  await drainTasks();
});
