import Fastify from 'fastify';
import { helper, launch, launchFailing, launchLate, listening } from './tasks.mjs';

const fastify = Fastify();

fastify.post('/tasks/:id', async (request, reply) => {
  launch(request.params.id, request.query.ms);
  return reply.code(202).send();
});

fastify.post('/late/:id', async (request, reply) => {
  await launchLate(request.params.id);
  return reply.code(202).send();
});

fastify.post('/failing', async (request, reply) => {
  launchFailing();
  return reply.code(202).send();
});

fastify.get('/health', async () => 'ok');

if (helper !== undefined) helper.drainOnShutdown(fastify);
else {
  process.once('SIGTERM', async () => {
    await fastify.close();
    process.exit(0);
  });
}

await fastify.listen({ port: 0, host: '127.0.0.1' });
listening(fastify.server.address().port);
