import express from 'express';
import { logError, record } from '../services/audit.js';
import { sendReceipt } from '../services/mail.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/receipts', (req, res) => {
  fireTask(
    // the customer first
    sendReceipt('ann@example.org')
      .then((id) => record(id))
      .catch(logError), 'sendReceipt');

  const recorded = record('ordered')
    /* why */; // at all
  fireTask(recorded, 'record');
  if (req.ip === undefined) fireTask(recorded.then(() => record('twice')), 'record');
  res.sendStatus(202);
});
