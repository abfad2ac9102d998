import { defineEntry } from '../entry.ts';

/** Deno functions. Deno's entry finds `Deno.serve`, this one `export default { fetch }`. */
export const supabaseFunctions = defineEntry({
  name: 'supabase functions',
  docs: 'https://supabase.com/docs/guides/functions/background-tasks',
  packages: ['supabase', '@supabase/functions-js'],
  runtime: 'cancelled',
  flavour: 'supabase',
  files: [
    {
      path: /^(?:.*\/)?supabase\/functions\/(?<route>[^_/][^/]*)\/index\.[jt]sx?$/,
      exports: ['default'],
      keys: ['fetch'],
      label: 'function {route}',
    },
  ],
  returned: 'awaited',
  sinks: [{ values: ['global#EdgeRuntime.waitUntil()'], accepts: 'promise', verdict: 'keep' }],
});
