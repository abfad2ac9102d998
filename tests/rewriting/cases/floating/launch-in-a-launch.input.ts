import express from 'express';
import { record } from '../services/audit.js';

export const app = express();

async function later(work: () => void): Promise<void> {
  await Promise.resolve();
  work();
}

app.post('/orders', (req, res) => {
  later(() => { record('later'); });
  res.sendStatus(202);
});
