import express from 'express';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

const app = express();

// run(x); void run(x); (async () => {})();
const help = `
  app.post('/x', (req, res) => { record('x'); });
  import { fireTask } from './fire-task.js';
`;

app.get('/help', (req, res) => {
  const slashes = /\/\*record\('x'\)\)/g;
  fireTask(record('/* not a comment */ ) // nor this'), 'record');
  fireTask(record(`)${help.replace(slashes, ')')}(`), 'record');
  fireTask(record(/[(/*]/.source), 'record');
  res.type('text').send(help);
});

export default app;
