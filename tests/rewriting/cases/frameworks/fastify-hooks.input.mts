import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Journal, logError } from '../services/audit.js';
import { refreshPrices } from '../services/orders.js';

const journal = new Journal();

/** Access log and price list. */
export async function plugin(app: FastifyInstance): Promise<void> {
  app.addHook('onResponse', async (request: FastifyRequest, reply: FastifyReply) => {
    journal.write(`${request.method} ${request.url} ${reply.statusCode}`).catch(logError);
  });

  app.get('/prices', { schema: { querystring: { type: 'object' } } }, async (request, reply) => {
    if (request.headers['cache-control'] === 'no-cache') void refreshPrices();
    return reply.send({ stale: true });
  });

  await app.after();
}
