import express from 'express';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders', (req, res) => {
  fireTask(record('ordered').then(() => record('noted')), 'record');
  fireTask(record('ordered').finally(() => {
    console.log('noted');
  }), 'record');
  res.sendStatus(202);
});
