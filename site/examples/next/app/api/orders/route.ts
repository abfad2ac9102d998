import { after } from 'next/server';

export async function POST(request: Request) {
  const order = await saveOrder(await request.json());
  sendReceipt(order.id);
  after(() => refreshStock(order.id));
  return Response.json(order, { status: 201 });
}

async function saveOrder(order: { id: string }): Promise<{ id: string }> {
  return order;
}

async function sendReceipt(id: string): Promise<void> {
  await fetch(`https://mail.internal/receipts/${id}`, { method: 'POST' });
}

async function refreshStock(id: string): Promise<void> {
  await fetch(`https://stock.internal/${id}`, { method: 'POST' });
}
