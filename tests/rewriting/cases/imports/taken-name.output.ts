import express from 'express';
import { record } from '../services/audit.js';
import { fireTask as fireTrackedTask } from '../lib/fire-task.js';

export const app = express();

function fireTask(name: string): string {
  return name;
}

app.post('/orders', (req, res) => {
  fireTrackedTask(record(fireTask('ordered')), 'record');
  res.sendStatus(202);
});
