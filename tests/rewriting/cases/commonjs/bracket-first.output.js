const { fireTask } = require('./lib/fire-task');

(function () {
  async function record(event) { await event }
  /** @type {import('express').RequestHandler} */
  const order = (req, res) => { fireTask(record('ordered'), 'record'); res.end() }
  exports.order = order
})()
