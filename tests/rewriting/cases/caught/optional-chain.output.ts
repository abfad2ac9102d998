import express from 'express';
import { logError } from '../services/audit.js';
import { mailer } from '../services/mail.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders', (req, res) => {
  fireTask(mailer?.send('ann@example.org')?.catch(logError), 'mailer.send');
  res.sendStatus(202);
});
