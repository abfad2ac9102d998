import Fastify from 'fastify';
import { PrismaClient } from '@prisma/client';
import { drizzle } from 'drizzle-orm/node-postgres';
import { visits } from '../services/tables.js';
import { fireTask } from '../lib/fire-task.js';

const prisma = new PrismaClient();
const db = drizzle('postgres://localhost/tea');
export const app = Fastify();

app.post<{ Params: { orderId: string } }>('/orders/:orderId/pay', async (request, reply) => {
  const { orderId } = request.params;
  fireTask(prisma.order.update({ where: { id: orderId }, data: { paid: true } }), 'prisma.order.update');
  fireTask(prisma.$executeRaw`UPDATE orders SET paid = true WHERE id = ${orderId}`, 'prisma.$executeRaw');
  fireTask(db.insert(visits).values({ path: request.url }), 'db.insert.values');
  return reply.code(202).send();
});
