import express from 'express';
import { sendReceipt } from '../services/mail.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

const readers = ['ann@example.org', 'bob@example.org'];

app.post('/receipts', (req, res) => {
  fireTask(Promise.all(readers.map(async (to) => {
    await sendReceipt(to);
  })), 'sendReceipt');
  fireTask(Promise.all(readers.map((to) => sendReceipt(to))), 'sendReceipt');
  res.sendStatus(202);
});
