import express from 'express';
import knex from 'knex';

export const app = express();
const db = knex({ client: 'pg' });

app.post('/orders', (req, res) => {
  db('orders').insert({ ip: req.ip });
  res.sendStatus(202);
});
