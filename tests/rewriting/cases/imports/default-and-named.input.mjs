import express from 'express';
import helper, { activeTasks } from '../lib/fire-task.js';
import { record } from '../services/audit.js';

const app = express();

app.post('/orders', (req, res) => {
  record('ordered');
  res.json({ helper: typeof helper, tasks: activeTasks() });
});

export default app;
