'use strict';

const express = require('express');
const { record } = require('./audit');
const { fireTask } = require('./lib/fire-task');

const app = express();

app.post('/orders', (req, res) => {
  fireTask(record('ordered'), 'record');
  res.sendStatus(202);
});

module.exports = app;
