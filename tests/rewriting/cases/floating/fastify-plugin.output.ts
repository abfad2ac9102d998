import type { FastifyPluginAsync } from 'fastify';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const orders: FastifyPluginAsync = async (fastify) => {
  fastify.post('/orders', async () => {
    fireTask(record('ordered'), 'record');
    return { ordered: true };
  });
  await Promise.resolve();
};
