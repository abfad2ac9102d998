import express from 'express';
import { logError } from '../services/audit.js';
import { mailer } from '../services/mail.js';

export const app = express();

app.post('/orders', (req, res) => {
  mailer?.send('ann@example.org')?.catch(logError);
  res.sendStatus(202);
});
