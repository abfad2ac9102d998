import express from 'express';
import { renderToString } from 'react-dom/server';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = express();

app.get('/hello', (req, res) => {
  fireTask(record('hello'), 'record');
  res.send(renderToString(<p title="greeting">Hello, {req.query.name}</p>));
});
