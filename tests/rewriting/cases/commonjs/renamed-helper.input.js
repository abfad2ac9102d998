const {
  activeTasks,
  drainTasks: drain,
} = require('./lib/fire-task');
const { record } = require('./audit');

/** @type {import('express').RequestHandler} */
exports.create = (req, res) => {
  void record('ordered');
  res.json(activeTasks());
};

process.once('SIGTERM', () => drain());
