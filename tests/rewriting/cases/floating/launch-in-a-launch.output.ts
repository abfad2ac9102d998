import express from 'express';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

async function later(work: () => void): Promise<void> {
  await Promise.resolve();
  work();
}

app.post('/orders', (req, res) => {
  fireTask(later(() => { fireTask(record('later'), 'record'); }), 'later');
  res.sendStatus(202);
});
