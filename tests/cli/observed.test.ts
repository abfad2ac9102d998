import { describe, expect, it } from 'vitest';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const { run, write } = box;

/** A place, as the detector writes it. */
const site = (line: number, callee: string, more: object = {}): object => ({
  file: 'app.js',
  line,
  column: 3,
  function: '',
  callee,
  units: [{ name: 'POST /', count: 3 }],
  count: 3,
  longestMs: 120,
  outcomes: { settled: 2, rejected: 0, handled: 0, collected: 0, pending: 1 },
  through: [],
  ...more,
});

const observed = (...sites: object[]): string =>
  JSON.stringify({ version: 1, root: '/srv', units: 9, running: 0, sites, unhandled: [], beyond: 0 });

function prepare(): void {
  write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
  write(
    'app.js',
    `import express from 'express';
import { opaque } from 'opaque';
async function load() { await fetch('x'); }
async function save() { await fetch('y'); }
const app = express();
app.post('/', (req, res) => {
  load();
  opaque(req);
  res.end();
});
app.put('/', (req, res) => {
  void save();
  res.end();
});
`,
  );
}

interface Printed {
  readonly units: number;
  readonly seen: readonly { line: number; callee: string; route: string; observed: { line: number; count: number } }[];
  readonly notFound: readonly { line: number; callee: string }[];
  readonly notSeen: readonly { line: number; route: string }[];
}

async function joined(...sites: object[]): Promise<Printed> {
  prepare();
  write('observed.json', observed(...sites));
  return JSON.parse((await run(['report', '--observed', 'observed.json', '--json'])).out) as Printed;
}

describe('report --observed', () => {
  it('says what was found and seen, seen and not found, found and not seen', async () => {
    prepare();
    write('observed.json', observed(site(7, 'load'), site(8, 'opaque')));
    const { code, out } = await run(['report', '--observed', 'observed.json']);
    expect(code).toBe(1);
    expect(out).toBe(`Found, and seen
  app.js:7:3  load  POST /  3 times, up to 120 ms after the response: 1 not settled at the end

Seen, and not found
  app.js:8:3  opaque  POST /  3 times, up to 120 ms after the response: 1 not settled at the end

Found, and not seen
  app.js:12:3  save  PUT /

2 untracked promises, 1 of them seen in 9 requests; 1 more place seen.`);
  });

  it('gives the same as JSON', async () => {
    expect(await joined(site(7, 'load'), site(8, 'opaque'))).toMatchObject({
      units: 9,
      seen: [{ line: 7, callee: 'load', route: 'POST /', observed: { line: 7, count: 3 } }],
      notFound: [{ line: 8, callee: 'opaque' }],
      notSeen: [{ line: 12, route: 'PUT /' }],
    });
  });

  it('joins a call whose line has moved, and no other call nearby', async () => {
    expect((await joined(site(10, 'load(x).catch'))).seen).toMatchObject([{ line: 7, observed: { line: 10 } }]);
    expect((await joined(site(9, 'other'))).seen).toEqual([]);
    expect((await joined(site(20, 'save'))).seen).toEqual([]);
  });

  it('joins two places to two findings, the nearer first', async () => {
    const { seen, notFound } = await joined(site(7, 'load'), site(8, 'load'));
    expect(seen.map(({ observed: { line } }) => line)).toEqual([7]);
    expect(notFound.map(({ line }) => line)).toEqual([8]);
  });

  it('joins a finding that lies on the way to the place', async () => {
    const through = [{ file: 'app.js', line: 12, column: 8 }];
    expect((await joined(site(4, 'new Promise', { file: 'lib.js', through }))).seen).toMatchObject([{ line: 12 }]);
  });

  it('puts the files of several processes together', async () => {
    prepare();
    write('observed.json', observed(site(7, 'load')));
    write(
      'observed.17.json',
      observed(
        site(7, 'load', {
          units: [
            { name: 'POST /', count: 3 },
            { name: 'GET /', count: 1 },
          ],
        }),
      ),
    );
    const { out } = await run(['report', '--observed', 'observed.json', '--observed', 'observed.17.json', '--json']);
    const { units, seen } = JSON.parse(out) as { units: number; seen: unknown[] };
    expect(units).toBe(18);
    expect(seen).toMatchObject([
      {
        observed: {
          count: 6,
          units: [
            { name: 'POST /', count: 6 },
            { name: 'GET /', count: 1 },
          ],
          outcomes: { settled: 4, pending: 2 },
        },
      },
    ]);
  });

  it('lists what rejected unhandled before its answer, and what is beyond the places that are told apart', async () => {
    prepare();
    const rejected = { file: 'app.js', line: 4, column: 31, function: 'save', callee: 'fetch', count: 2 };
    write(
      'observed.json',
      observed(site(7, 'load')).replace(
        '"unhandled":[],"beyond":0',
        `"unhandled":[${JSON.stringify(rejected)}],"beyond":5`,
      ),
    );
    const { out } = await run(['report', '--observed', 'observed.json']);
    expect(out).toContain(`Rejected before the response, and not handled
  app.js:4:31  fetch  in save  2 times

And 5 losses at places beyond those that the detector tells apart.
`);
    const json = await run(['report', '--observed', 'observed.json', '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ unhandled: [rejected], beyond: 5 });
  });

  it('finds the files from the folder in which the server ran, whatever folder it is run in', async () => {
    prepare();
    write('tools/observed.json', observed(site(7, 'load')).replace('"/srv"', JSON.stringify(box.folder)));
    const { out, err } = await run(['report', '--observed', 'observed.json', '--json', '..'], { cwd: 'tools' });
    expect((JSON.parse(out) as Printed).seen).toMatchObject([{ line: 7, observed: { file: '../app.js' } }]);
    expect(err).toBe('');
  });

  it('says so where none of the files is there', async () => {
    prepare();
    write('observed.json', observed(site(7, 'load', { file: 'dist/gone.js' })));
    const { err } = await run(['report', '--observed', 'observed.json']);
    expect(err).toBe(
      'None of the files that observed.json names is here (dist/gone.js …). The server ran in /srv: run the command ' +
        'in that folder of the project, so that places can be joined to findings.',
    );
  });

  it.each([
    ['is not there', undefined, /^fire-task: observed\.json cannot be read \(.*\)\. Name a file/],
    ['is not JSON', '{', /^fire-task: observed\.json cannot be read \(.*\)\. Name a file/],
    [
      'is something else',
      '{ "version": 2 }',
      /^fire-task: observed\.json is not what this version of the detector writes\./,
    ],
  ])('exits 2 with one sentence when the file %s', async (_, text, sentence) => {
    prepare();
    if (text !== undefined) write('observed.json', text);
    const { code, out, err } = await run(['report', '--observed', 'observed.json']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(sentence);
  });

  it('says which formats it has', async () => {
    prepare();
    write('observed.json', observed());
    const { code, err } = await run(['report', '--observed', 'observed.json', '--format', 'html']);
    expect(code).toBe(2);
    expect(err).toBe(
      'fire-task: With --observed the result is text or JSON, not html: leave --format out, or write --json.',
    );
  });

  it('exits 0 when nothing is found and nothing was seen', async () => {
    write('package.json', '{}');
    write('a.js', 'export {};\n');
    write('observed.json', observed());
    expect(await run(['report', '--observed', 'observed.json'])).toEqual({
      code: 0,
      out: '0 untracked promises, 0 of them seen in 9 requests; 0 more places seen.',
      err: '',
    });
  });
});
