/** @returns {Promise<void>} */
exports.audit = (event) => queue(event);

function queue(event) {
  return event.later;
}
