import express from 'express';
import helper, { activeTasks, fireTask } from '../lib/fire-task.js';
import { record } from '../services/audit.js';

const app = express();

app.post('/orders', (req, res) => {
  fireTask(record('ordered'), 'record');
  res.json({ helper: typeof helper, tasks: activeTasks() });
});

export default app;
