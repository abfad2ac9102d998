import express from 'express';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

const onDone = (listener: () => undefined): void => {
  listener();
};

app.post('/orders', (req, res) => {
  res.on('close', () => fireTask(record('closed'), 'record'));
  onDone(() => void fireTask(record('done'), 'record'));
  const close = (): void => void fireTask(record('close'), 'record');
  close();
  res.sendStatus(202);
});
