import express from 'express';
import { logError, record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.post('/orders', (req, res) => {
  /* first */ // the books
  fireTask(/* in the background */ async () => {
    await record('ordered');
  } /* done */, 'record'); // nobody waits

  fireTask((async () => {
    await record('noted');
  })()
    // an audit that fails is no reason to fail
    .then(() => record('twice'))
    .catch(logError), 'record');
  res.sendStatus(202);
});
