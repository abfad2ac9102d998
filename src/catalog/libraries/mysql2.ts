import { defineEntry } from '../entry.ts';

/** The callback API returns an object whose then() throws; mysql2/promise returns promises. */
export const mysql2 = defineEntry({
  name: 'mysql2',
  docs: 'https://sidorares.github.io/node-mysql2/docs',
  packages: ['mysql2'],
  launches: [
    'mysql2/promise#createPool().query|execute|getConnection|end()',
    'mysql2/promise#createConnection()',
    'mysql2/promise#createConnection().query|execute|end|beginTransaction|commit|rollback()',
    'mysql2/promise#createPool().getConnection().query|execute|beginTransaction|commit|rollback()',
    'mysql2#createPool|createConnection().promise().query|execute()',
    'typed mysql2/promise#Pool|PoolConnection|Connection.query|execute()',
  ],
  lookalikes: ['mysql2#createPool|createConnection().query|execute()'],
  leases: [
    {
      calls: ['mysql2/promise#createPool().getConnection()', 'typed mysql2/promise#Pool.getConnection()'],
      release: 'release|destroy',
    },
  ],
});
