import express from 'express';
import knex from 'knex';
import { fireTask } from '../lib/fire-task.js';

export const app = express();
const db = knex({ client: 'pg' });

app.post('/orders', (req, res) => {
  fireTask(db('orders').insert({ ip: req.ip }), 'db.insert');
  res.sendStatus(202);
});
