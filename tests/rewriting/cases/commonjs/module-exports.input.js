'use strict';

const express = require('express');
const { record } = require('./audit');

const app = express();

app.post('/orders', (req, res) => {
  record('ordered');
  res.sendStatus(202);
});

module.exports = app;
