import express from 'express';
import { record } from '../services/audit.js';
import { fireTask as fireTrackedTask } from '../lib/fire-task.js';

/* global fireTask */
const app = express();

app.post('/orders', (req, res) => {
  fireTrackedTask(record('ordered').finally(() => fireTask('ordered')), 'record');
  res.sendStatus(202);
});

export default app;
