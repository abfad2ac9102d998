export const refund = (id: unknown) => Promise.resolve(id);
