import { defineEntry } from '../entry.ts';

export const neon = defineEntry({
  name: 'neon',
  docs: 'https://neon.com/docs/serverless/serverless-driver',
  packages: ['@neondatabase/serverless', '@vercel/postgres'],
  launches: [
    '@neondatabase/serverless#neon().transaction()',
    'new @neondatabase/serverless#Pool|Client().query|connect|end()',
    '@vercel/postgres#sql.query|connect()',
    '@vercel/postgres#sql`…`',
  ],
  lazy: ['@neondatabase/serverless#neon()`…`', '@neondatabase/serverless#neon().query()'],
});
