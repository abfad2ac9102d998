import Fastify from 'fastify';
import { record } from '../services/audit.js';

export const app = Fastify();

app.post('/orders', async (): Promise<void> => {
  await Promise.resolve();
  return void record('ordered');
});
