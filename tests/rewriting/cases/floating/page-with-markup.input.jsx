import express from 'express';
import { renderToString } from 'react-dom/server';
import { record } from '../services/audit.js';

export const app = express();

app.get('/hello', (req, res) => {
  record('hello');
  res.send(renderToString(<p title="greeting">Hello, {req.query.name}</p>));
});
