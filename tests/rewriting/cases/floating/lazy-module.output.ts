import express from 'express';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/warm', (req, res) => {
  fireTask(import('../services/mail.js'), 'POST /warm');
  fireTask(new Promise((resolve) => app.once('mount', resolve)), 'POST /warm');
  res.sendStatus(202);
});
