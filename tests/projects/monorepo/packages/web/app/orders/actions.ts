"use server";

import { recordView } from "@/lib/analytics";

export async function cancelOrder(orderId: string) {
  void recordView(orderId);
  return { cancelled: true };
}
