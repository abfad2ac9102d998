import { defineEntry } from '../entry.ts';

/** A request is sent when awaited, or by then() or end(). It has no finally(). */
export const superagent = defineEntry({
  name: 'superagent',
  docs: 'https://ladjs.github.io/superagent/',
  packages: ['superagent'],
  lazy: [
    'superagent#get|post|put|patch|delete|head|del()',
    'superagent#get|post|put|patch|delete|head|del().**.send|set|query|field|attach|auth|timeout|retry|type|accept()',
    'superagent#agent().get|post|put|patch|delete|head()',
  ],
});
