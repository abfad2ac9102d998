import { describe, expect, it } from 'vitest';
import type { Files } from '../support/inputs.ts';
import { findingsOf, written } from '../support/inputs.ts';

/** As `reaches`, but that the words are all that is said: no other route beside. */
function reaches(title: string, files: Files): void {
  it(title, () => {
    const { expected, found } = findingsOf(written(files), files);
    expect(found.map(({ place, where }) => `${place} ${where}`)).toEqual(
      expected.map(({ place, words }) => `${place} ${words}`),
    );
  });
}

const TOUCH = 'const touch = async (x?: unknown) => { await fetch(String(x)); };\n';
const EXPRESS = `import express from 'express';
${TOUCH}const app = express();
`;

describe('an argument that a call of a wrapper leaves out', () => {
  reaches('is the default of the parameter', {
    'app.ts': `${EXPRESS}
const fallback = async (q, s) => { touch(1); s.end(); }; //! GET /a and 1 more
const other = async (q, s) => { touch(2); s.end(); }; //! GET /b
function route(path, handler = fallback) { app.get(path, handler); }
route('/a');
route('/b', other);
route('/c', undefined);
`,
  });
  reaches('is the default where undefined is given', {
    'app.ts': `${EXPRESS}
const fallback = async (q, s) => { touch(1); s.end(); }; //! GET /a
function route(path, handler = fallback) { app.get(path, handler); }
route('/a', undefined);
`,
  });
  reaches('is the default that a registered function calls', {
    'app.ts': `${EXPRESS}
const fallback = async (a, b) => { touch(1); b.end(); }; //! GET /a
function route(path, work = fallback) { app.get(path, async (q, s) => { await work(q, s); }); }
route('/a');
`,
  });
  reaches('is the default path', {
    'app.ts': `${EXPRESS}
function route(work, path = '/health') { app.get(path, work); }
route(async (q, s) => { touch(1); s.end(); }); //! GET /health
route(async (q, s) => { touch(2); s.end(); }, '/b'); //! GET /b
`,
  });
  reaches('is the default of a default, made of the other parameters', {
    'app.ts': `${EXPRESS}
function route(prefix, work, path = prefix + '/all') { app.get(path, work); }
route('/v1', async (q, s) => { touch(1); s.end(); }); //! GET /v1/all
route('/v2', async (q, s) => { touch(2); s.end(); }, '/x'); //! GET /x
`,
  });
  reaches('is the default of an option', {
    'app.ts': `${EXPRESS}
const fallback = async (a, b) => { touch(1); b.end(); }; //! GET /a
function route({ path = '/none', work = fallback }) { app.get(path, work); }
route({ path: '/a' });
route({ work: async (a, b) => { touch(2); b.end(); } }); //! GET /none
function all({ path, work } = { path: '/all', work: async (a, b) => { touch(3); b.end(); } }) { app.put(path, work); } //! PUT /all
all();
all({ path: '/c', work: async (a, b) => { touch(4); b.end(); } }); //! PUT /c
`,
  });
  reaches('is none where there is no default', {
    'app.ts': `${EXPRESS}
const stub = (q, s) => s.end();
function route(path, work, before) { if (before) app.get(path, before, work); else app.get(path, work); }
route('/a', async (q, s) => { touch(1); s.end(); }); //! GET /a
route('/b', async (q, s) => { touch(2); s.end(); }, stub); //! GET /b
const log = async (q, s, n) => { touch(3); n(); }; //! GET /d
route('/c', stub);
route('/d', stub, log);
`,
  });
});

describe('a parameter that is written again', () => {
  reaches('put behind a prefix', {
    'app.ts': `${EXPRESS}
function route(path, work) { path = '/v1' + path; app.get(path, work); }
route('/x', async (q, s) => { touch(1); s.end(); }); //! GET /v1/x
function put(path, work) { path = \`/v2\${path}\`; path = '/api' + path; app.put(path, work); }
put('/x', async (q, s) => { touch(2); s.end(); }); //! PUT /api/v2/x
`,
  });
  reaches('only where there is none', {
    'app.ts': `${EXPRESS}
function route(path, work) { path ||= '/'; app.get(path, work); }
route('/x', async (q, s) => { touch(1); s.end(); }); //! GET /x
route('', async (q, s) => { touch(2); s.end(); }); //! GET /
function put(path, work) { path ??= '/'; app.put(path, work); }
put('/x', async (q, s) => { touch(3); s.end(); }); //! PUT /x
put(undefined, async (q, s) => { touch(4); s.end(); }); //! PUT /
`,
  });
  reaches('by adding to it', {
    'app.ts': `${EXPRESS}
function route(path, work) { path += '/all'; app.get(path, work); }
route('/x', async (q, s) => { touch(1); s.end(); }); //! GET /x/all
`,
  });
  reaches('wrapped', {
    'app.ts': `${EXPRESS}
const wrap = (fn) => async (q, s, n) => { try { await fn(q, s); } catch (e) { n(e); } };
function route(path, handler) { handler = wrap(handler); app.get(path, handler); }
route('/a', async (q, s) => { touch(1); s.end(); }); //! GET /a
`,
  });
  reaches('by something else altogether', {
    'app.ts': `${EXPRESS}
const stub = (q, s) => s.end();
function route(path, handler) { handler = stub; app.get(path, handler); }
route('/a', async (q, s) => { touch(1); s.end(); });
function put(path, handler) { path = '/fixed'; app.put(path, handler); }
put('/b', async (q, s) => { touch(2); s.end(); }); //! PUT /fixed
`,
  });
  reaches('by what stands for an argument that is absent', {
    'app.ts': `${EXPRESS}
const one = async (q, s) => { touch(1); s.end(); }; //! GET /b and 1 more
const three = async (q, s) => { touch(3); s.end(); }; //! GET /c
function route(path, work) { work = work ?? one; app.get(path, work); }
route('/a', false);
route('/b', null);
route('/e', undefined);
function other(path, work) { work = work || three; app.get(path, work); }
other('/c', 0);
`,
  });
  reaches('after the registration', {
    'app.ts': `${EXPRESS}
const stub = (q, s) => s.end();
function route(path, handler) { app.get(path, handler); path = '/other'; handler = stub; keep(path, handler); }
route('/a', async (q, s) => { touch(1); s.end(); }); //! GET /a
`,
  });
});

describe('wrappers that call themselves', () => {
  reaches('with more in front', {
    'app.ts': `${EXPRESS}
function add(path, work, again = true) { app.get(path, work); if (again) add('/api' + path, work, false); }
add('/a', async (q, s) => { touch(1); s.end(); }); //! GET /a
`,
  });
  reaches('and each other', {
    'app.ts': `${EXPRESS}
function one(path, work) { if (path.length > 3) two(path.slice(1), work); else app.get(path, work); }
function two(path, work) { if (path.length > 3) one(path, work); else app.put(path, work); }
one('/a', async (q, s) => { touch(1); s.end(); }); //! GET /a
two('/b', async (q, s) => { touch(2); s.end(); }); //! GET /b and 1 more
`,
  });
  reaches('and are called by nobody else', {
    'app.ts': `${EXPRESS}
function one(path, work = work) { two(path, work); app.get(path, work); }
function two(path = path, work) { one(path, work); app.put(path, work); }
`,
  });
  reaches('for the rows of a row', {
    'app.ts': `${EXPRESS}
function mount(prefix, rows) {
  for (const row of rows) {
    if (row.children) mount(prefix + row.path, row.children);
    else app.get(prefix + row.path, row.run);
  }
}
mount('', [
  { path: '/a', children: [
    { path: '/b', run: async (q, s) => { touch(1); s.end(); } }, //! GET /a/b
    { path: '/c', children: [{ path: '/d', run: async (q, s) => { touch(2); s.end(); } }] }, //! GET /a/c/d
  ] },
  { path: '/e', run: async (q, s) => { touch(3); s.end(); } }, //! GET /e
]);
`,
  });
});

describe('a wrapper that is called', () => {
  reaches('with a list that is spread', {
    'app.ts': `${EXPRESS}
const stub = (q, s) => s.end();
const fallback = async (q, s) => { touch(1); s.end(); };
function route(path, work = fallback) { app.get(path, work); }
route(...['/a', async (q, s) => { touch(2); s.end(); }]); //! GET /a
const row = ['/b', async (q, s) => { touch(3); s.end(); }] as const; //! GET /b
route(...row);
for (const each of [['/c', async (q, s) => { touch(4); s.end(); }]]) route(...each); //! GET /c
const post = (...given) => route(...given);
post('/d', async (q, s) => { touch(5); s.end(); }); //! GET /d
route(...process.argv, stub);
`,
  });
  reaches('with what nobody can see spread before it', {
    'app.ts': `${EXPRESS}
function route(path, work) { app.get(path, work); }
route(...process.argv, async (q, s) => { touch(1); s.end(); });
`,
  });
  reaches('in a loop', {
    'app.ts': `${EXPRESS}
function route(path, work) { app.get('/v1' + path, work); }
const run = async (q, s) => { touch(1); s.end(); }; //! GET /v1/a and 1 more
for (const path of ['/a', '/b']) route(path, run);
const other = async (q, s) => { touch(2); s.end(); }; //! GET /v1/c and 1 more
['/c', '/d'].forEach((path) => route(path, other));
const third = async (q, s) => { touch(3); s.end(); }; //! GET /v1/x\${…}
for (let index = 0; index < 2; index += 1) route(\`/x\${index}\`, third);
`,
  });
  reaches('in another file, through files that hand it on', {
    'route.ts': `import express from 'express';
${TOUCH}const app = express();
const fallback = async (q, s) => { touch(1); s.end(); }; //! GET /api/a
export function route(path, work = fallback) { path = '/api' + path; app.get(path, work); }
export default route;
`,
    'index.ts': `export * from './route';
export { route as add, default as whole } from './route';
`,
    'a.ts': `import { route } from './index';
import { add, whole } from './index';
import * as all from './index';
${TOUCH}route('/a');
route('/b', async (q, s) => { touch(2); s.end(); }); //! GET /api/b
add('/c', async (q, s) => { touch(3); s.end(); }); //! GET /api/c
all.route('/d', async (q, s) => { touch(4); s.end(); }); //! GET /api/d
whole('/e', async (q, s) => { touch(5); s.end(); }); //! GET /api/e
`,
  });
});

describe('a parameter that a wrapper writes from what a call gives', () => {
  reaches('is still what was given: lists made flat', {
    'app.ts': `${EXPRESS}
const one = async (q, s) => { touch(1); s.end(); }; //! GET /a
const two = async (q, s) => { touch(2); s.end(); }; //! GET /a
function route(path, ...fns) { fns = fns.flat(); app.get(path, ...fns); }
route('/a', [one, two]);
`,
  });
  reaches('is still what was given: path and handler put in order', {
    'app.ts': `${EXPRESS}
const norm = (path, fn) => [path, fn];
function route(path, fn) { [path, fn] = norm(path, fn); app.get(path, fn); }
route('/a', async (q, s) => { touch(1); s.end(); }); //! GET
`,
  });
});

describe('what names stand for without an end', () => {
  it('is left: names in a circle, and a name with many writes', () => {
    const circle = Array.from({ length: 60 }, (_, n) => `const p${n} = '/' + p${(n + 1) % 60};`).join('\n');
    const many = Array.from(
      { length: 24 },
      (_, n) => `if (a === ${n}) { path = path + '${n}'; fn = fn ?? other; }`,
    ).join('\n');
    const files = {
      'app.ts': `${EXPRESS}
${circle}
const other = async (q, s) => { touch(1); s.end(); };
function route(path, fn, a) {
${many}
app.get(path + p0, fn);
}
route('/a', other, 1);
`,
    };
    expect(findingsOf(written(files), files).found).toEqual([]);
  });
});

describe('a wrapper that registers by a computed method', () => {
  reaches('registers what it is given, by the method that it is given', {
    'app.ts': `${EXPRESS}
const router = express.Router();
const one = async (q, s) => { touch(1); s.end(); }; //! GET /one
const two = () => { touch(2); }; //! POST /two
function route(method, path, work) { router[method](path, async (q, s) => { s.json(await work(q, s)); }); }
route('get', '/one', one);
route('post', '/two', two);
app.use(router);
`,
  });
  reaches('registers rows of a list', {
    'app.ts': `${EXPRESS}
for (const verb of globalThis.verbs) app[verb]('/a', () => { touch(1); }); //! ALL /a
`,
  });
  reaches('registers nothing on another object', {
    'app.ts': `${EXPRESS}
const own = globalThis.table;
function route(method, path, work) { own[method](path, work); }
route('get', '/one', () => { touch(1); });
app.listen(1);
`,
  });
});
