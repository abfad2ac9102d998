import { notifyWarehouse } from './warehouse.js';

export interface Order {
  readonly id: string;
}

// No handler in this file: the route in app.ts leads here.
export async function placeOrder(order: Order): Promise<Order> {
  notifyWarehouse(order.id);
  return order;
}
