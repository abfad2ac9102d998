import express from 'express4';
import { helper, launch, launchFailing, launchLate, listening } from './tasks.mjs';

const app = express();

app.post('/tasks/:id', (req, res) => {
  launch(req.params.id, req.query.ms);
  res.sendStatus(202);
});

app.post('/late/:id', async (req, res) => {
  await launchLate(req.params.id);
  res.sendStatus(202);
});

app.post('/failing', (req, res) => {
  launchFailing();
  res.sendStatus(202);
});

app.get('/health', (req, res) => {
  res.sendStatus(200);
});

const server = app.listen(0, '127.0.0.1', () => listening(server.address().port));

if (helper !== undefined) helper.drainOnShutdown(server);
else {
  process.on('SIGTERM', () => {
    server.close(() => {
      process.exit(0);
    });
  });
}
