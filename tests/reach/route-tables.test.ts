import { describe } from 'vitest';
import { reaches } from '../support/inputs.ts';

const TOUCH = 'const touch = async (x?: unknown) => { await fetch(String(x)); };\n';
const EXPRESS = `import express from 'express';
${TOUCH}const app = express();
`;

describe('functions that are handed on together', () => {
  reaches('the rest of the arguments, spread into a registration', {
    'app.ts': `${EXPRESS}
const log = async (q, s, n) => { await touch(0); n(); };
function get(path: string, ...handlers: any[]) { app.get(\`/api\${path}\`, log, ...handlers); }
get('/a',
  async (a, b, c) => { touch(1); c(); }, //! GET /api/a
  async (a, b) => { touch(2); b.end(); }); //! GET /api/a
const create = async (a, b) => { touch(3); b.end(); }; //! GET /api/b
get('/b', create);
`,
  });
  reaches('a list of a name, spread', {
    'app.ts': `${EXPRESS}
const create = async (a, b) => { touch(3); b.end(); }; //! POST /a
const chain = [async (a, b, c) => { await touch(0); c(); }, create];
app.post('/a', ...chain);
app.put('/b', ...[async (a, b) => { touch(4); b.end(); }]); //! PUT /b
`,
  });
});

describe('tables of routes', () => {
  reaches('pairs, taken apart by a loop or a callback', {
    'app.ts': `${EXPRESS}
async function first(a, b) { touch(1); b.end(); } //! GET /a
const second = async (a, b) => { touch(2); b.end(); }; //! GET /b
for (const [path, work] of [['/a', first], ['/b', second]] as const) app.get(path, work);
const more = [['/c', async (a, b) => { touch(3); b.end(); }]]; //! POST /x/c
more.forEach(([path, work]) => { app.post('/x' + path, work); });
`,
  });
  reaches('rows, keys and values of a literal, also of another file', {
    'routes.ts': `${TOUCH}export const rows = [
  { path: '/a', run: async (a, b) => { touch(1); b.end(); } }, //! GET /a
  { path: '/b', run: list },
];
async function list(a, b) { touch(2); b.end(); } //! GET /b
export const byPath = { '/c': async (a, b) => { touch(3); b.end(); }, '/d': list }; //! PUT /c
`,
    'app.ts': `import express from 'express';
import { byPath, rows } from './routes';
const app = express();
for (const row of rows) app.get(row.path, (q, s) => row.run(q, s));
for (const [path, work] of Object.entries(byPath)) app.put(path, work);
`,
  });
  reaches('a table that a function is given', {
    'app.ts': `${EXPRESS}
function mount(prefix, table) { for (const { path, run } of table) app.get(prefix + path, run); }
mount('/v1', [{ path: '/a', run: async (a, b) => { touch(1); b.end(); } }]); //! GET /v1/a
mount('/v2', [{ path: '/b', run: async (a, b) => { touch(2); b.end(); } }]); //! GET /v2/b
`,
  });
});

describe('a function that is written again', () => {
  reaches('wrapped, under its own name', {
    'app.ts': `${EXPRESS}
const wrap = (fn) => async (q, s, n) => { try { await fn(q, s); } catch (e) { n(e); } };
let list = async (a, b) => { touch(1); b.end(); }; //! GET /a
list = wrap(list);
app.get('/a', list);
function add(path, work) { work = wrap(work); app.get(path, work); }
add('/b', async (a, b) => { touch(2); b.end(); }); //! GET /b
let either = null;
if (process.env.FAST) either = async (a, b) => { touch(3); b.end(); }; //! GET /c
else either = async (a, b) => { touch(4); b.end(); }; //! GET /c
app.get('/c', either);
`,
  });
});

describe('no handler', () => {
  reaches('a table that nobody registers, and the other members of a row', {
    'app.ts': `${EXPRESS}
const rows = [{ path: '/a', run: async (a, b) => { await touch(1); b.end(); }, check: async () => { touch(2); } }];
for (const row of rows) app.get(row.path, row.run);
const jobs = [['a', async () => { touch(3); }]] as const;
for (const [name, job] of jobs) console.log(name, job.length);
`,
  });
  reaches('what a name was before it is registered elsewhere', {
    'app.ts': `${EXPRESS}
let work = async () => { touch(1); };
const kept = work;
work = async () => { touch(2); };
app.get('/a', (q, s) => s.json(typeof kept));
`,
  });
});
