// The server for bench/detect.js: an Express "hello", and a handler like one that queries a database ten times.
import { setImmediate as turn } from 'node:timers/promises';
import express from 'express';

async function query(id) {
  await turn();
  return { id };
}

async function rowsOf(id) {
  const rows = [];
  for (let count = 0; count < 10; count += 1) rows.push(await query(id + count));
  return rows;
}

const app = express();
app.get('/hello', (_req, res) => {
  res.send('hello');
});
app.get('/rows', async (_req, res) => {
  res.json(await rowsOf(1));
});

const server = app.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));

process.on('message', () => {
  globalThis.gc?.();
  const { user, system } = process.cpuUsage();
  process.send({ cpu: user + system, heap: process.memoryUsage().heapUsed });
});
process.on('disconnect', () => process.exit(0));
