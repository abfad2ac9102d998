const React = require('react');
const { renderToPipeableStream } = require('react-dom/server');
const { record } = require('./audit');

const Page = ({ name }) => <main title="record('no')">{/* record('no') */}Hello, {name ?? <i>you</i>}</main>;

/** @param {import('http').IncomingMessage} req @param {import('http').ServerResponse} res */
module.exports = function hello(req, res) {
  const { pipe } = renderToPipeableStream(<Page name={req.headers.name} />, {
    onAllReady() { pipe(res); },
    onError: (error) => { record(error.message); },
  });
  req.headers.dnt || record('hello');
};
