import express from 'express';
import { logError, record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders', (req, res) => {
  const recorded = record('ordered');
  fireTask(recorded, 'record');
  if (req.ip === undefined) {
    res.sendStatus(400);
    return;
  }
  recorded.catch(logError);
  res.sendStatus(202);
});
