import type { FastifyPluginAsync } from 'fastify';
import { record } from '../services/audit.js';

export const orders: FastifyPluginAsync = async (fastify) => {
  fastify.post('/orders', async () => {
    record('ordered');
    return { ordered: true };
  });
  await Promise.resolve();
};
