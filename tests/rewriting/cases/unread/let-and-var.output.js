import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

const app = express();

app.post('/receipts', async (req, res) => {
  fireTask(sendReceipt('ann@example.org'), 'sendReceipt'); // not needed below
  fireTask(record('a').then(() => record('b')), 'record');

  let third;
  if (req.query.shop) {
    fireTask(sendReceipt('shop@example.org'), 'sendReceipt');
  }

  const status = 202, fourth = record('c');
  fireTask(fourth, 'record');

  switch (req.query.kind) {
    case 'gift':
      fireTask(Promise.all([record('d'), record('e')]), 'record');
    default:
      fireTask(record('f'), 'record');
  }
  res.sendStatus(status);
});
