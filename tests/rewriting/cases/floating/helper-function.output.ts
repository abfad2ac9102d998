import express from 'express';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

function noteOrder(id: string): void {
  fireTask(record(id), `record:${id}`);
}

app.post('/orders', (req, res) => {
  noteOrder(req.ip ?? '');
  res.sendStatus(202);
});
