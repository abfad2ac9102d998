/** Where the helper runs: what it hands its tasks to, and whether there is a shutdown to drain at. */
export const FLAVOURS = ['node', 'next', 'vercel', 'cloudflare', 'netlify', 'supabase', 'lambda'] as const;
export type Flavour = (typeof FLAVOURS)[number];
