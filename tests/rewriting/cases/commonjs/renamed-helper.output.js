const {
  activeTasks,
  drainTasks: drain,
  fireTask,
} = require('./lib/fire-task');
const { record } = require('./audit');

/** @type {import('express').RequestHandler} */
exports.create = (req, res) => {
  fireTask(record('ordered'), 'record');
  res.json(activeTasks());
};

process.once('SIGTERM', () => drain());
