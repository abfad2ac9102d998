import { createServer } from 'node:http';
import { record } from '../services/audit.js';
import { refreshPrices } from '../services/orders.js';

export const server = createServer((req, res) => {
  queueMicrotask(async () => {
    await record('soon');
  });
  process.nextTick(async (url: string) => {
    await record(url);
  }, req.url ?? '/');
  setImmediate(refreshPrices);
  const timer = setInterval(async () => { await refreshPrices(); }, 60_000);
  timer.unref();
  globalThis.setTimeout(() => refreshPrices(), 1000).unref();
  res.end('ok');
});
