import express from 'express';
import * as tasks from '../lib/fire-task.js';
import { record } from '../services/audit.js';

export const app = express();

app.post('/orders', (req, res) => {
  tasks.fireTask(record('ordered'), 'record');
  res.json({ running: tasks.activeTaskCount() });
});
