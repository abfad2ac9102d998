import express from 'express';
import * as tasks from '../lib/fire-task.js';
import { record } from '../services/audit.js';

export const app = express();

app.post('/orders', (req, res) => {
  record('ordered');
  res.json({ running: tasks.activeTaskCount() });
});
