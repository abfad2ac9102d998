async function record(event) {
  await event;
}

module.exports = (req, res) => { record('ordered'); res.end() };
