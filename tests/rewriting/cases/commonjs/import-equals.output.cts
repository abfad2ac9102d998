import express = require('express');
import audit = require('./audit.js');
import { fireTask } from './lib/fire-task.js';

const app: express.Express = express();

app.post('/orders', (req, res) => {
  fireTask(audit.record('ordered'), 'audit.record');
  res.sendStatus(202);
});

export = app;
