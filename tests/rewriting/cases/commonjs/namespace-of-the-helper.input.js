const express = require('express');
const tasks = require('./lib/fire-task');
const { record } = require('./audit');

exports.create = function create(req, res) {
  record('ordered');
  res.json(tasks.activeTasks());
};

exports.routes = express.Router().post('/', exports.create);
