import express from 'express';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders/:id', (req, res) => {
  fireTask(async () => {
    await record('ordered');
    // a comment of its own
    await record('noted');
  }, 'record');
  res.sendStatus(202);
});
