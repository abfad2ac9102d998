import express from 'express';
import { record } from '../services/audit.js';

export const app = express();

app.post('/orders', (req, res, next) => {
  try {
    record('ordered');
    res.sendStatus(202);
  } catch (error) {
    next(error);
  }
});
