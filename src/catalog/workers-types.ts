import type { Pattern } from './entry.ts';

/**
 * Values of the types of Cloudflare's runtime: these are globals, made by Wrangler or by workers-types, from which they
 * may also be imported.
 */
export function typedWorkers(text: string): Pattern[] {
  return namedWorkers(text).map((pattern) => `typed ${pattern}`);
}

/** The types themselves. */
export function namedWorkers(text: string): Pattern[] {
  return [`global#${text}`, `@cloudflare/workers-types#${text}`];
}
