/** A table of drizzle, which only its driver looks into. */
export const visits = { name: 'visits' };
