import express from 'express';
import { record } from '../services/audit.js';

export const app = express();

app.post('/orders', (req, res) => {
  record('ordered').then(() => record('noted'));
  record('ordered').finally(() => {
    console.log('noted');
  });
  res.sendStatus(202);
});
