const React = require('react');
const { renderToPipeableStream } = require('react-dom/server');
const { record } = require('./audit');
const { fireTask } = require('./lib/fire-task');

const Page = ({ name }) => <main title="record('no')">{/* record('no') */}Hello, {name ?? <i>you</i>}</main>;

/** @param {import('http').IncomingMessage} req @param {import('http').ServerResponse} res */
module.exports = function hello(req, res) {
  const { pipe } = renderToPipeableStream(<Page name={req.headers.name} />, {
    onAllReady() { pipe(res); },
    onError: (error) => { fireTask(record(error.message), 'record'); },
  });
  req.headers.dnt || fireTask(record('hello'), 'record');
};
