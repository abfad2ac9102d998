import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { record } from '../services/audit.js';

const app = express();

app.post('/receipts', async (req, res) => {
  let first = sendReceipt('ann@example.org'); // not needed below
  var second = record('a').then(() => record('b'));

  let third;
  if (req.query.shop) {
    third = sendReceipt('shop@example.org');
  }

  const status = 202, fourth = record('c');

  switch (req.query.kind) {
    case 'gift':
      const fifth = Promise.all([record('d'), record('e')]);
    default:
      const sixth = record('f');
  }
  res.sendStatus(status);
});
