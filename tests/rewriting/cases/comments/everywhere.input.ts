import express from 'express';
import { logError, record } from '../services/audit.js';

export const app = express();

app.post('/orders', (req, res) => { // the hot path
  /* a */
  /* b */ record(/* c */ 'ordered' /* d */) /* e */; /* f */ // g
  // h
  void /* i */ (/* j */ record('paid') /* k */) /* l */;
  void // m
  record(
    'sent', // n
    /* o */
  ) // p
    ?.catch(/* q */ logError /* r */) // s
  ;
  if (/* t */ req.ip /* u */) /* v */ record('known') /* w */; // x
  else /* y */ res.status(400); /* z */
  res.sendStatus(202);
  /* record('nothing') */
});
