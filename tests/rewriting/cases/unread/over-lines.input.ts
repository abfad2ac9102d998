import express from 'express';
import { logError, record } from '../services/audit.js';
import { sendReceipt } from '../services/mail.js';

export const app = express();

app.post('/receipts', (req, res) => {
  const sent =
    // the customer first
    sendReceipt('ann@example.org')
      .then((id) => record(id))
      .catch(logError);

  const recorded = record('ordered')
    /* why */; // at all
  if (req.ip === undefined) recorded.then(() => record('twice'));
  res.sendStatus(202);
});
