import Fastify from 'fastify';
import { Readable } from 'node:stream';
import { record } from '../services/audit.js';
import { placeOrder } from '../services/orders.js';
import { fireTask } from '../lib/fire-task.js';

const app = Fastify({ logger: true });

app.get('/orders.ndjson', (request, reply) => {
  async function* lines() {
    for (const id of ['1', '2']) {
      fireTask(record(id), `record:${id}`);
      yield JSON.stringify(await placeOrder(id)) + '\n';
    }
  }
  function* ids() {
    const asked = yield record(yield 'id');
    fireTask(record(yield asked), 'record');
  }
  for (const id of ids()) fireTask(record(id), `record:${id}`);
  return reply.send(Readable.from(lines()));
});

export default app;
