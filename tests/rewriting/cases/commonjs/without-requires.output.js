const { fireTask } = require('./lib/fire-task');

async function record(event) {
  await event;
}

module.exports = (req, res) => { fireTask(record('ordered'), 'record'); res.end() };
