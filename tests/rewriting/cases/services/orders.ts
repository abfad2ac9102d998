export interface Order {
  readonly id: string;
  readonly items: readonly string[];
  readonly total: number;
}

export async function placeOrder(id: string): Promise<Order> {
  await Promise.resolve();
  return { id, items: [], total: 0 };
}

export async function reserve(item: string): Promise<boolean> {
  await Promise.resolve();
  return item !== '';
}

export async function refreshPrices(): Promise<void> {
  await Promise.resolve();
}
