/* eslint-disable no-console */
import express from 'express';
import { record } from '../services/audit.js';

export const app = express();

app.post('/orders', (req, res) => {
  // eslint-disable-next-line @typescript-eslint/no-floating-promises
  record('ordered');
  // @ts-expect-error: the type of the event is wrong upstream
  record(1);
  // eslint-disable-next-line @typescript-eslint/no-unsafe-argument
  record('shown');
  // prettier-ignore
  record('paid')  .then( () => console.log( 'paid' ) );
  /* v8 ignore next */
  if (req.ip === undefined) void record('nobody');
  res.sendStatus(202);
});
