(function () {
  async function record(event) { await event }
  /** @type {import('express').RequestHandler} */
  const order = (req, res) => { record('ordered'); res.end() }
  exports.order = order
})()
