export interface Order {
  id: string;
  email: string;
}

export async function sendReceipt(order: Order): Promise<void> {
  await fetch('https://mail.example.com', { method: 'POST', body: JSON.stringify(order) });
}

export async function indexOrder(id: string): Promise<void> {
  await fetch(`https://search.example.com/orders/${id}`, { method: 'PUT' });
}
