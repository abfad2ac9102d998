import express = require('express');
import tasks = require('./lib/fire-task.js');
import audit = require('./audit.js');

const app: express.Express = express();

app.post('/orders', (req, res) => {
  tasks.fireTask(audit.record('ordered'), 'audit.record');
  res.json(tasks.activeTasks());
});

export = app;
