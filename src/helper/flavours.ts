/** Where the helper runs. This determines what its tasks are handed to, and whether there is a shutdown to drain at. */
export const FLAVOURS = ['node', 'next', 'vercel', 'cloudflare', 'netlify', 'supabase', 'lambda'] as const;
export type Flavour = (typeof FLAVOURS)[number];

/** Flavours whose process gets a signal to stop; functions don't. */
export const TOLD_TO_STOP: ReadonlySet<Flavour> = new Set(['node', 'next']);
