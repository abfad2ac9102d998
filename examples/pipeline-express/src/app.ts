import express from 'express';
import { refresh } from './routes/refresh.js';
import { runs } from './routes/runs.js';

export const app = express();

app.use(express.json());
app.get('/health', (_req, res) => {
  res.json({ ok: true });
});
app.use(runs);
app.use(refresh);
