import { describe, expect, it } from 'vitest';
import { findingsOf, reaches, written } from '../support/inputs.ts';

const CLIENT = `import { log } from './log.js';
export class Client {
  close() { this.flush(); } //! POST /a (
  async flush() { await fetch('x'); }
}
export class Other {
  close() { log(1); }
}
`;
const head = (take: string): string => `import express from 'express';
import { Client, Other } from './client.js';
const app = express();
${take}
`;
const SURE = { evidence: 'sure' } as const;

describe("a callback's parameter is what the user's own function passes to it", () => {
  reaches(
    'by its calls',
    {
      'client.ts': CLIENT,
      'app.ts': `${head('const withClient = (name, work) => { const client = new Client(); work(client, 1); };')}
app.post('/a', (req, res) => { withClient('main', (client) => client.close()); res.end(); });
`,
    },
    SURE,
  );
  reaches(
    'by its declared type',
    {
      'client.ts': CLIENT,
      'app.ts': `${head('declare const pool: { use(work: (n: number, client: Client) => void): void };')}
app.post('/a', (req, res) => { pool.use((n, client) => { client.close(); }); res.end(); });
`,
    },
    SURE,
  );
  reaches(
    'in a function of another file',
    {
      'client.ts': CLIENT,
      'with.ts':
        "import { Client } from './client.js';\nexport async function withClient(work) { return await work(new Client()); }\n",
      'app.ts': `${head("import { withClient } from './with.js';")}
app.post('/a', async (req, res) => { await withClient(async (client) => { client.close(); }); res.end(); });
`,
    },
    SURE,
  );
  reaches(
    'by what this call gives the function to pass on, and not another call',
    {
      'client.ts': CLIENT,
      'app.ts': `${head('function tap(value: any, use: any) { use(value); }')}
app.post('/a', (req, res) => { tap(new Client(), (client: any) => { client.close(); }); res.end(); });
app.post('/b', (req, res) => { tap(req.params.id, (id: any) => { id.close(); }); res.end(); });
app.post('/c', (req, res) => { tap(new Other(), (other: any) => { other.close(); }); res.end(); });
`,
    },
    SURE,
  );
  reaches(
    'but not by the other arguments of its calls, nor by calls of other callbacks',
    {
      'client.ts': CLIENT.replace(' //! POST /a (', ''),
      'app.ts': `${head('const using = (one, two) => { one(new Other(), new Client()); two(new Client()); };')}
app.post('/a', (req, res) => { using((o) => { o.close(); }, () => {}); res.end(); });
app.post('/b', (req, res) => { using(...req.body, (o) => { o.close(); }); res.end(); });
`,
    },
    SURE,
  );
});

describe("a callback's parameter", () => {
  it.each([
    ['through call', 'const using = (work) => { work.call(null, new Client()); };', 'using((c) => { c.close(); });'],
    [
      'through apply',
      'const using = (work) => { work.apply(null, [new Client()]); };',
      'using((c) => { c.close(); });',
    ],
    ['under a key', 'const using = ({ work }) => work(new Client());', 'using({ work: (c) => { c.close(); } });'],
    ['of a method', 'const using = (how) => { how.work(new Client()); };', 'using({ work(c) { c.close(); } });'],
    ['of a name', 'const using = (work) => { work(new Client()); };\nfunction end(c) { c.close(); }', 'using(end);'],
    [
      'of a name that several calls are given',
      'const using = (work) => { work(new Client()); };\nconst end = (c) => { c.close(); };',
      'using(end); using(end);',
    ],
  ])("is what the user's own function passes %s", (_title, take, use) => {
    expect(closing(take, use)).toEqual(['client.ts']);
  });
  it.each([
    [
      'where the function calls something else',
      'const using = (work) => { work = log; work(new Client()); };',
      'using((c) => { c.close(); });',
    ],
    [
      'where it is replaced',
      'const using = (work) => { work(new Client()); };',
      'using((c) => { c = req.body; c.close(); });',
    ],
    ['under another key', 'const using = ({ work }) => work(new Client());', 'using({ done: (c) => { c.close(); } });'],
    [
      'of a name that is called, too',
      'const using = (work) => { work(new Client()); };\nfunction end(c) { c.close(); }',
      'using(end); end(req.body);',
    ],
  ])('is unknown %s', (_title, take, use) => {
    expect(closing(take, use)).toEqual([]);
  });
});

/** The files with findings. */
function closing(take: string, use: string): string[] {
  const files = {
    'client.ts': CLIENT,
    'app.ts': `${head(take)}\napp.post('/a', (req, res) => { ${use} res.end(); });\n`,
  };
  return findingsOf(written(files), files, SURE).found.map(({ place }) => place.split(':')[0] ?? '');
}

describe('a value that may be missing', () => {
  const made = (make: string): Record<string, string> => ({
    'client.ts': CLIENT,
    'app.ts': `${head(make)}
app.post('/a', (req, res) => { create(req)?.close(); res.end(); });
`,
  });
  reaches(
    'after `return undefined`',
    made('function create(r) { if (!r) return undefined; return new Client(); }'),
    SURE,
  );
  reaches('in a conditional expression', made('const create = (r) => (r ? undefined : new Client());'), SURE);
});
