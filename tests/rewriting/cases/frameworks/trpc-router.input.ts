import { initTRPC } from '@trpc/server';
import { logError, record } from '../services/audit.js';
import { placeOrder, type Order } from '../services/orders.js';

const t = initTRPC.context<{ userId: string }>().create();

export const orders = t.router({
  place: t.procedure.mutation(async ({ ctx }): Promise<Order> => {
    const order = await placeOrder(ctx.userId);
    record(ctx.userId).catch(logError);
    return order;
  }),
  cancel: t.procedure.mutation(({ ctx: { userId } }) => {
    record(userId);
    return { cancelled: true };
  }),
});
