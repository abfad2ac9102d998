import { defineEntry } from '../entry.ts';

/** Next on Cloudflare. Its handlers are Next's, and its sink is that of workers. */
export const opennext = defineEntry({
  name: 'opennext',
  docs: 'https://opennext.js.org/cloudflare/bindings',
  packages: ['@opennextjs/cloudflare', '@cloudflare/next-on-pages'],
  versions: '1',
  sinks: [
    {
      values: [
        '@opennextjs/cloudflare#getCloudflareContext().ctx.waitUntil()',
        '@cloudflare/next-on-pages#getRequestContext|getOptionalRequestContext().ctx.waitUntil()',
      ],
      accepts: 'promise',
      verdict: 'keep',
    },
  ],
});
