const express = require('express');
const tasks = require('./lib/fire-task');
const { record } = require('./audit');

exports.create = function create(req, res) {
  tasks.fireTask(record('ordered'), 'record');
  res.json(tasks.activeTasks());
};

exports.routes = express.Router().post('/', exports.create);
