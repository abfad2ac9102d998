import express from 'express';
import { logError, record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders', (req, res) => {
  const recorded = record('ordered');
  fireTask(recorded.catch(logError), 'record');
  const noted = record('noted');
  fireTask(noted, 'record');
  res.sendStatus(202);
});
