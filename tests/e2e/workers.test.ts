import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Miniflare } from 'miniflare';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderTracker } from '../../src/helper/injection.ts';

/**
 * A Worker as in Cloudflare's documentation; `/tracked` uses the helper. Its tasks are counted outside, over loopback.
 */
const WORKER = `
import { fireTask } from './fire-task.mjs';

async function record(env, id) {
  await new Promise((resolve) => setTimeout(resolve, 100));
  await fetch(\`\${env.COUNTER}/\${id}\`);
}

async function fail() {
  await new Promise((resolve) => setTimeout(resolve, 10));
  throw new Error('the task failed');
}

export default {
  async fetch(request, env) {
    const [, way, id] = new URL(request.url).pathname.split('/');
    if (way === 'tracked') fireTask(record(env, id), 'record');
    if (way === 'floating') record(env, id);
    if (way === 'failing') fireTask(fail(), 'fail');
    return new Response('answered');
  },
};
`;

const counted: string[] = [];
const counter = createServer((request, response) => {
  counted.push(request.url?.slice(1) ?? '');
  response.end();
}).listen(0, '127.0.0.1');

let worker: Miniflare;
beforeAll(async () => {
  if (!counter.listening) await once(counter, 'listening');
  worker = new Miniflare({
    modules: [
      { type: 'ESModule', path: 'worker.mjs', contents: WORKER },
      { type: 'ESModule', path: 'fire-task.mjs', contents: renderTracker('esm', 'cloudflare') },
    ],
    compatibilityDate: '2026-01-01',
    bindings: { COUNTER: `http://127.0.0.1:${String((counter.address() as AddressInfo).port)}` },
  });
  await worker.ready;
}, 60_000);
afterAll(async () => {
  await worker.dispose();
  counter.close();
});

async function requestsTo(way: string): Promise<string[]> {
  counted.length = 0;
  for (let id = 0; id < 10; id += 1) {
    const response = await worker.dispatchFetch(`http://localhost/${way}/${id.toString()}`);
    expect(await response.text()).toBe('answered');
  }
  await sleep(600);
  return counted.toSorted();
}

/** In workerd, the runtime of Cloudflare Workers. */
describe('a Worker', () => {
  it('loses what it did not wait for', async () => {
    expect(await requestsTo('floating')).toEqual([]);
  });

  it('finishes what the helper handed to waitUntil', async () => {
    expect(await requestsTo('tracked')).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
  });

  it('goes on after a task that rejects', async () => {
    await requestsTo('failing');
    expect(await requestsTo('tracked')).toHaveLength(10);
  });
});
