var express = require('express');
var { activeTaskCount } = require('./lib/fire-task');
var record = require('./audit').record;

var app = express();

app.post('/orders', function (req, res) {
  record('ordered');
  res.json({ running: activeTaskCount() });
});

module.exports = app;
