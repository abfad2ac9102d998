const express = require('express');
const tasks = require('./lib/fire-task');
const { record } = require('./audit');

const app = express();

app.post('/orders', (req, res) => {
  record('ordered');
  res.json({ running: tasks.activeTaskCount() });
});

module.exports = app;
