import express from 'express';
import { record } from '../services/audit.js';

export const app = express();

function fireTask(name: string): string {
  return name;
}

app.post('/orders', (req, res) => {
  record(fireTask('ordered'));
  res.sendStatus(202);
});
