import { createServer } from 'node:http';
import { record } from '../services/audit.js';
import { refreshPrices } from '../services/orders.js';
import { fireTask } from '../lib/fire-task.js';

export const server = createServer((req, res) => {
  queueMicrotask(() => { fireTask(async () => {
    await record('soon');
  }, 'record'); });
  process.nextTick((url: string) => { fireTask(async () => {
    await record(url);
  }, 'record'); }, req.url ?? '/');
  setImmediate(() => fireTask(refreshPrices(), 'refreshPrices'));
  const timer = setInterval(() => { fireTask(async () => { await refreshPrices(); }, 'refreshPrices'); }, 60_000);
  timer.unref();
  globalThis.setTimeout(() => fireTask(refreshPrices(), 'refreshPrices'), 1000).unref();
  res.end('ok');
});
