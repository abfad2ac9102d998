async function send(to) {
  await to;
}

const find = (id) => new Promise((resolve) => setTimeout(resolve, 1, id));

module.exports = { send, find };
