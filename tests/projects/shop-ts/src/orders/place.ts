import { notifyWarehouse } from './warehouse.js';

export async function placeOrder(order: unknown): Promise<string> {
  await Promise.resolve(order);
  notifyWarehouse('o-1').catch(console.error);
  return 'o-1';
}

export async function neverCalled(): Promise<void> {
  notifyWarehouse('o-2');
}
