import express from 'express';
import { logError, record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders', (req, res) => {
  res.on('finish', () => { fireTask(async () => {
    await record('answered');
  }, 'record'); });
  req.once('close', () => fireTask(record('closed').catch(logError), 'record'));
  res.sendStatus(202);
});
