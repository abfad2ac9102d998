var express = require('express');
var { activeTaskCount, fireTask } = require('./lib/fire-task');
var record = require('./audit').record;

var app = express();

app.post('/orders', function (req, res) {
  fireTask(record('ordered'), 'record');
  res.json({ running: activeTaskCount() });
});

module.exports = app;
