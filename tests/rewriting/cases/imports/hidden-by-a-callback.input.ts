import express from 'express';
import { record } from '../services/audit.js';

const app = express();

type Work = (fireTask: (name: string) => void) => void;
const each = (work: Work): void => { work((name) => console.log(name)); };

app.post('/orders', (req, res) => {
  record('ordered');
  each((fireTask) => {
    fireTask('mine');
    void record('noted');
  });
  res.sendStatus(202);
});

export default app;
