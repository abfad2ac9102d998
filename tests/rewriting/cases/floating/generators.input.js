import Fastify from 'fastify';
import { Readable } from 'node:stream';
import { record } from '../services/audit.js';
import { placeOrder } from '../services/orders.js';

const app = Fastify({ logger: true });

app.get('/orders.ndjson', (request, reply) => {
  async function* lines() {
    for (const id of ['1', '2']) {
      record(id);
      yield JSON.stringify(await placeOrder(id)) + '\n';
    }
  }
  function* ids() {
    const asked = yield record(yield 'id');
    record(yield asked);
  }
  for (const id of ids()) void record(id);
  return reply.send(Readable.from(lines()));
});

export default app;
