import express from 'express';
import { activeTasks, fireTask as track } from '../lib/fire-task.js';
import { record } from '../services/audit.js';

export const app = express();

app.post('/orders', (req, res) => {
  track(record('ordered'), 'record');
  res.json(activeTasks());
});
