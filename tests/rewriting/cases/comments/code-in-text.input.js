import express from 'express';
import { record } from '../services/audit.js';

const app = express();

// run(x); void run(x); (async () => {})();
const help = `
  app.post('/x', (req, res) => { record('x'); });
  import { fireTask } from './fire-task.js';
`;

app.get('/help', (req, res) => {
  const slashes = /\/\*record\('x'\)\)/g;
  void record('/* not a comment */ ) // nor this');
  void (record(`)${help.replace(slashes, ')')}(`));
  const unread = (record(/[(/*]/.source));
  res.type('text').send(help);
});

export default app;
