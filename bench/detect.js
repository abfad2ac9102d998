// npm run bench:detect [-- --json]: what the detector costs a server. Two processes run the same server, with and
// without it, and get requests in turns. On a shared machine, requests per second say little, processor time says more;
// both are ratios.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('./detect/server.js', import.meta.url));
const DETECT = fileURLToPath(new URL('../dist/detect.cjs', import.meta.url));
const REQUESTS = 3000;
const ROUNDS = 7;
const PATHS = ['/hello', '/rows'];

const servers = { none: await start([]), detector: await start(['--import', DETECT]) };
const results = {};
for (const path of PATHS) {
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const none = await measure(servers.none, path);
    const detector = await measure(servers.detector, path);
    // The first round warms up.
    if (round > 0)
      rounds.push({ cpu: detector.cpu / none.cpu, rate: detector.rate / none.rate, more: detector.cpu - none.cpu });
  }
  results[path] = Object.fromEntries(
    ['cpu', 'rate', 'more'].map((key) => [key, median(rounds.map((one) => one[key]))]),
  );
}
const before = await asked(servers.detector);
await measure(servers.detector, '/rows', 20_000);
const heapGrowth = (await asked(servers.detector)).heap - before.heap;
for (const { child } of Object.values(servers)) child.disconnect();
report();

async function start(flags) {
  const child = fork(SERVER, {
    execArgv: ['--expose-gc', ...flags],
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'ignore',
  });
  const [{ port }] = await once(child, 'message');
  return { child, port };
}

async function asked({ child }) {
  child.send('');
  const [usage] = await once(child, 'message');
  return usage;
}

/** Processor time per request, in microseconds, and requests per second. */
async function measure(server, path, count = REQUESTS) {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const start = await asked(server);
  const startedAt = process.hrtime.bigint();
  let left = count;
  await Promise.all(
    Array.from({ length: 20 }, async () => {
      while (left-- > 0) await get(server.port, path, agent);
    }),
  );
  const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9;
  const end = await asked(server);
  agent.destroy();
  return { cpu: (end.cpu - start.cpu) / count, rate: count / seconds };
}

async function get(port, path, agent) {
  const [response] = await once(request({ host: '127.0.0.1', port, path, agent }).end(), 'response');
  response.resume();
  await once(response, 'end');
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

function report() {
  if (process.argv.includes('--json')) {
    process.stdout.write(
      `${JSON.stringify({ node: process.version, requests: REQUESTS, rounds: ROUNDS, results, heapGrowth }, null, 2)}\n`,
    );
    return;
  }
  const names = { '/hello': 'Express "hello"', '/rows': 'ten awaits, one after the other' };
  const lines = PATHS.map(
    (path) =>
      `| ${names[path]} | ${results[path].cpu.toFixed(2)} x | ${results[path].more.toFixed(0)} µs | ${results[path].rate.toFixed(2)} x |`,
  );
  process.stdout
    .write(`Node ${process.version}; ${REQUESTS} requests a round over 20 connections, medians of ${ROUNDS} rounds in turns.

| | processor time | more for a request | requests a second |
|---|---|---|---|
${lines.join('\n')}

20,000 more requests with ten awaits left ${Math.round(heapGrowth / 1024)} KiB on the heap.
`);
}
