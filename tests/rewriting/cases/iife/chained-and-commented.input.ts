import express from 'express';
import { logError, record } from '../services/audit.js';

export const app = express();

app.post('/orders', (req, res) => {
  /* first */ // the books
  (/* in the background */ async () => {
    await record('ordered');
  } /* done */)(); // nobody waits

  (async () => {
    await record('noted');
  })()
    // an audit that fails is no reason to fail
    .then(() => record('twice'))
    .catch(logError);
  res.sendStatus(202);
});
