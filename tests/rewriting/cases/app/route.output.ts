import { record } from '../services/audit.js';
import { placeOrder } from '../services/orders.js';
import { fireTask } from '../lib/fire-task.js';

export const dynamic = 'force-dynamic';

export async function POST(request: Request): Promise<Response> {
  const { id } = (await request.json()) as { id: string };
  const order = await placeOrder(id);

  fireTask(record(order.id), `record:${order.id}`);

  return Response.json(order, { status: 201 });
}

export const GET = (): Response => {
  fireTask(record('listed'), 'record');
  return Response.json([]);
};
