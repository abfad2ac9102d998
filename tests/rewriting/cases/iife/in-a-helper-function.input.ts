import express from 'express';
import { record } from '../services/audit.js';

export const app = express();

function noteOrder(): void {
  (async () => {
    await record('ordered');
  })();
}

app.post('/orders', (req, res) => {
  noteOrder();
  res.sendStatus(202);
});
