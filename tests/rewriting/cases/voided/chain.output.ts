import express from 'express';
import { logError, record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders', (req, res) => {
  fireTask(record('ordered')
    .then(() => record('noted'))
    .catch(logError), 'record');
  res.sendStatus(202);
});
