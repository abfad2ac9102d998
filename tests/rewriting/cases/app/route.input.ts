import { record } from '../services/audit.js';
import { placeOrder } from '../services/orders.js';

export const dynamic = 'force-dynamic';

export async function POST(request: Request): Promise<Response> {
  const { id } = (await request.json()) as { id: string };
  const order = await placeOrder(id);

  record(order.id);

  return Response.json(order, { status: 201 });
}

export const GET = (): Response => {
  void record('listed');
  return Response.json([]);
};
