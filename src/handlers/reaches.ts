/** How far from a handler to look. */
export const REACHES = ['handler', 'file', 'project', 'all'] as const;
export type Reach = (typeof REACHES)[number];
