import express from 'express';
import { logError, record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders', (req, res) => { // the hot path
  /* a */
  /* b */ fireTask(record(/* c */ 'ordered' /* d */), 'record') /* e */; /* f */ // g
  // h
  fireTask(/* i */ /* j */ record('paid'), 'record') /* k */ /* l */;
  fireTask(// m
  record(
    'sent', // n
    /* o */
  ) // p
    ?.catch(/* q */ logError /* r */), 'record') // s
  ;
  if (/* t */ req.ip /* u */) /* v */ fireTask(record('known'), 'record') /* w */; // x
  else /* y */ res.status(400); /* z */
  res.sendStatus(202);
  /* record('nothing') */
});
