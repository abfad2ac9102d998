import express from 'express';
import { record } from '../services/audit.js';

export const app = express();

const onDone = (listener: () => undefined): void => {
  listener();
};

app.post('/orders', (req, res) => {
  res.on('close', () => void record('closed'));
  onDone(() => void record('done'));
  const close = (): void => void record('close');
  close();
  res.sendStatus(202);
});
