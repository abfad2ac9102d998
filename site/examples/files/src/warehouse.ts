export async function notifyWarehouse(orderId: string): Promise<void> {
  await fetch(`https://warehouse.internal/orders/${orderId}`, { method: 'POST' });
}
