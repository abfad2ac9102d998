import { defineEntry } from '../entry.ts';

export const pg = defineEntry({
  name: 'pg',
  docs: 'https://node-postgres.com/apis/pool',
  packages: ['pg'],
  launches: [
    'new pg#Pool|Client().query|connect|end()',
    'new pg#Pool().connect().query()',
    'typed pg#PoolClient.query()',
  ],
  leases: [{ calls: ['new pg#Pool().connect()'], release: 'release' }],
});
