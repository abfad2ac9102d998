import { describe } from 'vitest';
import type { Files } from '../support/inputs.ts';
import { reaches } from '../support/inputs.ts';

const EXPRESS = "import express from 'express';\nconst app = express();\n";

/** A package in `node_modules`, by what its typings say. */
function installed(name: string, typings: string): Files {
  return {
    [`node_modules/${name}/package.json`]: `{ "name": "${name}", "version": "1.0.0", "main": "index.js", "types": "index.d.ts" }`,
    [`node_modules/${name}/index.d.ts`]: typings,
    [`node_modules/${name}/index.js`]: '',
  };
}

const CLIENT = `export interface Client { send(x: unknown): Promise<void>; close(): void }
export declare class Pool { send(x: unknown): Promise<void>; close(): void }
export declare function send(x: unknown): Promise<void>;
`;

/** Uses of a client by its type, of a class and of a function, as a file imports them. */
const uses = (from: string): string => `${EXPRESS}import type { Client } from '${from}';
import { Pool, send } from '${from}';
declare const client: Client;
app.get('/a', (q, s) => { client.send(1); client.close(); s.end(); }); //! GET /a
app.get('/b', (q, s) => { new Pool().send(1); new Pool().close(); s.end(); }); //! GET /b
app.get('/c', (q, s) => { send(1); s.end(); }); //! GET /c
`;

describe('what a file hands on of a package as a whole', () => {
  reaches('is what a direct import gives', { ...installed('some-package', CLIENT), 'app.ts': uses('some-package') });
  reaches('by `export *`', {
    ...installed('some-package', CLIENT),
    'barrel.ts': "export * from 'some-package';\n",
    'app.ts': uses('./barrel'),
  });
  reaches('through two files, beside exports of its own', {
    ...installed('some-package', CLIENT),
    'inner.ts': "export * from 'some-package';\nexport const own = 1;\n",
    'barrel.ts': "export const other = 2;\nexport * from './inner';\n",
    'app.ts': uses('./barrel'),
  });
  reaches('by the one of two packages that declares it, in either order', {
    ...installed('some-package', CLIENT),
    ...installed('other-package', 'export interface Other { send(x: unknown): void }\n'),
    'one.ts': "export * from 'some-package';\nexport * from 'other-package';\n",
    'two.ts': "export * from 'other-package';\nexport * from 'some-package';\n",
    'app.ts': uses('./one'),
    'again.ts': uses('./two'),
  });
  reaches('unless a file declares the name itself', {
    ...installed('some-package', CLIENT),
    'own.ts': 'export interface Client { send(x: unknown): void; close(): void }\n',
    'barrel.ts': "export * from 'some-package';\nexport * from './own';\n",
    'app.ts': `${EXPRESS}import type { Client } from './barrel';
declare const client: Client;
app.get('/a', (q, s) => { client.send(1); s.end(); });
`,
  });
  reaches('or what else is handed on cannot be seen', {
    ...installed('some-package', 'export interface Other { send(x: unknown): Promise<void> }\n'),
    'barrel.ts': "export * from 'some-package';\nexport * from './generated';\n",
    'app.ts': `${EXPRESS}import type { Client } from './barrel';
declare const client: Client;
app.get('/a', (q, s) => { client.send(1); s.end(); });
`,
  });
});
