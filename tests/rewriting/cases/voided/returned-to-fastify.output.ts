import Fastify from 'fastify';
import { record } from '../services/audit.js';
import { fireTask } from '../lib/fire-task.js';

export const app = Fastify();

app.post('/orders', async (): Promise<void> => {
  await Promise.resolve();
  return void fireTask(record('ordered'), 'record');
});
