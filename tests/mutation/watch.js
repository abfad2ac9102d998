// Ends the process that a mutant keeps busy for ever, after a time of the processor's own: on a busy machine a clock
// would call slow tests endless.
import { appendFileSync } from 'node:fs';
import { setInterval } from 'node:timers';
import { parentPort, workerData } from 'node:worker_threads';

const { log, limit } = workerData;
let running;
let start;

parentPort.on('message', (key) => {
  running = key;
  start = process.cpuUsage();
});

setInterval(() => {
  if (running === undefined) return;
  const { user, system } = process.cpuUsage(start);
  if ((user + system) / 1e6 < limit) return;
  // The next process reads it there.
  appendFileSync(log, `${JSON.stringify({ key: running, status: 'timeout', seconds: limit })}\n`);
  process.kill(process.pid, 'SIGKILL');
}, 500);
