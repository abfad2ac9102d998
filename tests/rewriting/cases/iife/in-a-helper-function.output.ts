import express from 'express';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

function noteOrder(): void {
  fireTask(async () => {
    await record('ordered');
  }, 'record');
}

app.post('/orders', (req, res) => {
  noteOrder();
  res.sendStatus(202);
});
