import express from 'express';
import type { Task } from '../lib/fire-task.js';
import { record } from '../services/audit.js';

export const app = express();

export const last: Task[] = [];

app.post('/orders', (req, res) => {
  record('ordered');
  res.sendStatus(202);
});
