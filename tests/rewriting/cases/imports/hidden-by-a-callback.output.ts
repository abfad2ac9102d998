import express from 'express';
import { record } from '../services/audit.js';
import { fireTask, fireTask as fireTrackedTask } from '../lib/fire-task.js';

const app = express();

type Work = (fireTask: (name: string) => void) => void;
const each = (work: Work): void => { work((name) => console.log(name)); };

app.post('/orders', (req, res) => {
  fireTask(record('ordered'), 'record');
  each((fireTask) => {
    fireTask('mine');
    fireTrackedTask(record('noted'), 'record');
  });
  res.sendStatus(202);
});

export default app;
