/** Where the helper runs: what it hands its tasks to, and whether there is a shutdown to drain at. */
export const FLAVOURS = ['node', 'next', 'vercel', 'cloudflare', 'netlify', 'supabase', 'lambda'] as const;
export type Flavour = (typeof FLAVOURS)[number];

/** Those of a process that is told when to stop; nobody tells a function. */
export const TOLD_TO_STOP: ReadonlySet<Flavour> = new Set(['node', 'next']);
