/* eslint-disable no-console */
import express from 'express';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders', (req, res) => {
  fireTask(record('ordered'), 'record');
  // @ts-expect-error: the type of the event is wrong upstream
  fireTask(record(1), 'record');
  // eslint-disable-next-line @typescript-eslint/no-unsafe-argument
  fireTask(record('shown'), 'record');
  // prettier-ignore
  fireTask(record('paid')  .then( () => console.log( 'paid' ) ), 'record');
  /* v8 ignore next */
  if (req.ip === undefined) fireTask(record('nobody'), 'record');
  res.sendStatus(202);
});
