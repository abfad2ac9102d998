import '../lib/fire-task.js';
import express from 'express';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders', (req, res) => {
  fireTask(record('ordered'), 'record');
  res.sendStatus(202);
});
