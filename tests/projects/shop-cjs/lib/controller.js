const mail = require('./mail');
const { audit } = require('./audit');

exports.create = async function create(req, res) {
  mail.send(req.body.email);
  audit('created');
  res.status(202).end();
};

exports.show = (req, res, next) => {
  mail
    .find(req.params.id)
    .then((order) => res.json(order))
    .catch(next);
};

// Not registered here, and a handler all the same: by its parameters, in a package that depends on express.
exports.remove = (req, res) => {
  void mail.send(req.params.id);
  res.end();
};
