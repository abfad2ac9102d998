import { notifyWarehouse } from './warehouse.js';

export interface Order {
  readonly id: string;
}

// No handler in this file: the route in app.ts calls this function.
export async function placeOrder(order: Order): Promise<Order> {
  notifyWarehouse(order.id);
  return order;
}
