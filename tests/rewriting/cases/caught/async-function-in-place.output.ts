import express from 'express';
import { logError, record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders', (req, res) => {
  fireTask((async () => {
    await record('ordered');
  })().catch(logError), 'record');
  res.sendStatus(202);
});
