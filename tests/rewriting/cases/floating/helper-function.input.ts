import express from 'express';
import { record } from '../services/audit.js';

export const app = express();

function noteOrder(id: string): void {
  record(id);
}

app.post('/orders', (req, res) => {
  noteOrder(req.ip ?? '');
  res.sendStatus(202);
});
