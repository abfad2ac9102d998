import { describe, expect, it } from 'vitest';
import { sandbox } from '../support/sandbox.ts';

const { run, project, write } = sandbox();

describe('explain', () => {
  it('says who runs a call, how its launch is known, and what is reported', async () => {
    project('shop-ts');
    const { code, out } = await run(['explain', 'src/orders/warehouse.ts:7']);
    expect(code).toBe(0);
    expect(out.split('\n')).toEqual([
      'src/orders/warehouse.ts:7:3  audit.record',
      '  handler  POST /orders through placeOrder → notifyWarehouse (express, known by registration, sure)',
      "  step     placeOrder (src/orders/place.ts:3), called by the import '../orders/index.js': sure",
      "  step     notifyWarehouse (src/orders/warehouse.ts:5), called by the import './warehouse.js': sure",
      '  launch   yes: declared to return a promise at audit.ts:2',
      '  finding  floating: it has no owner',
    ]);
  });

  it('explains the call at a column alone', async () => {
    write('package.json', '{ "type": "module" }');
    write(
      'app.js',
      "import express from 'express';\nasync function load(id) { await id; }\nexpress().get('/', (req, res) => {\n  load(1); load(load(2)).then(() => 1); res.end();\n});\n",
    );
    const at = async (column: number): Promise<string[]> => {
      const { out } = await run(['explain', `app.js:4:${column.toString()}`]);
      return out.split('\n').filter((text) => text.startsWith('app.js'));
    };
    expect(await at(3)).toEqual(['app.js:4:3  load']);
    // The chain, and the call at its start.
    expect(await at(12)).toEqual(['app.js:4:12  load(…).then', 'app.js:4:12  load']);
    // Inside the argument.
    expect(await at(18)).toEqual(['app.js:4:17  load']);
    expect(await run(['explain', 'app.js:4:1'])).toMatchObject({
      code: 2,
      err: 'fire-task: No call of line 4 is at column 1 of app.js: leave out the column to see all calls that begin on the line.',
    });
    expect((await run(['explain', 'app.js:4'])).out.match(/^app\.js/gm)).toHaveLength(5);
  });

  it('says that a page runs a call', async () => {
    write('package.json', '{ "type": "module" }');
    write(
      'app.js',
      `import express from 'express';
async function load(id) { await id; }
express().get('/', async (req, res) => {
  await page.evaluate(() => {
    load(1);
  });
  res.end();
});
`,
    );
    expect((await run(['explain', 'app.js:5'])).out.split('\n')).toEqual([
      'app.js:5:5  load',
      '  handler  no handler reaches it',
      '  launch   yes: declared async at app.js:2',
      '  silent   the server sends this code to a page, which runs it',
    ]);
  });

  it('says why a call is silent', async () => {
    write('package.json', '{ "type": "module" }');
    write(
      'app.js',
      `import express from 'express';
import { opaque } from 'opaque';
async function load(id) { await id; }
express().get('/', async (req, res) => {
  await load(1);
  opaque(1);
  log('x'); load(2).then((x) => res.json(x)).catch((error) => res.status(500).end());
});
function log(text) { console.log(text); }
export async function elsewhere() {
  load(3);
}
`,
    );
    const silent = async (line: number): Promise<string[]> => {
      const { out } = await run(['explain', `app.js:${line.toString()}`]);
      return out
        .split('\n')
        .filter((text) => /^ {2}(?:silent|launch|handler) /.test(text))
        .map((text) => text.trim().replace(/\s+/g, ' '));
    };
    expect(await silent(5)).toEqual([
      'handler GET / (express, known by registration, sure)',
      'launch yes: declared async at app.js:3',
      'silent awaited',
    ]);
    expect(await silent(6)).toContain('silent whether it launches cannot be known');
    expect(await silent(7)).toEqual(
      expect.arrayContaining([
        'launch no: returns nothing at app.js:9',
        'silent nothing to own',
        'silent its continuation answers the request',
      ]),
    );
    expect(await silent(11)).toEqual([
      'handler no handler reaches it',
      'launch yes: declared async at app.js:3',
      'silent no handler runs it',
    ]);
  });

  it('says who tracks a call, and what is reported of the one around it', async () => {
    write('package.json', '{ "type": "module" }');
    write(
      'app.js',
      `import express from 'express';
import { waitUntil } from '@vercel/functions';
async function load(id) { await id; }
express().get('/', async (req, res) => {
  waitUntil(load(1));
  [1].map(async (id) => { await load(id); });
  setTimeout(async () => { await load(2); }, 1);
  load(3).catch(console.error);
  res.end();
});
`,
    );
    const said = async (line: number): Promise<string[]> => {
      const { out } = await run(['explain', `app.js:${line.toString()}`]);
      return out
        .split('\n')
        .filter((text) => /silent|finding/.test(text))
        .map((text) => text.trim().replace(/\s+/g, ' '));
    };
    expect(await said(5)).toContain('silent tracked by waitUntil');
    expect(await said(6)).toContain('finding mapped: it has no owner');
    expect(await said(7)).toEqual(['finding callback: it has no owner', 'silent awaited']);
    expect(await said(8)).toEqual(['silent part of the finding on load', 'finding caught: it has no owner']);
  });

  it.each([
    [
      'a place without a line',
      'app.js',
      'app.js names no line: write a file and a line, for example src/orders.ts:42.',
    ],
    ['a line without a call', 'app.js:1', 'No call begins on line 1 of app.js: name the line where the call begins.'],
    [
      'a line far beyond the file',
      'app.js:999999999999999999999:1',
      'No call of line 999999999999999999999 is at column 1 of app.js: leave out the column to see all calls that begin on the line.',
    ],
    ['a file that is not there', 'other.js:1', 'The file other.js does not exist in '],
    ['a file below a file', 'app.js/other.js:1', 'The file app.js/other.js does not exist in '],
    ['a folder', 'src:1', 'src is a folder: name a file in it and a line, for example src/orders.ts:42.'],
    ['a file that does not parse', 'broken.js:1', 'broken.js cannot be explained. The file does not parse:'],
  ])('refuses %s', async (_situation, place, sentence) => {
    write('app.js', 'export const x = 1;\n');
    write('broken.js', 'const = ;\n');
    write('src/a.js', '');
    const { code, err } = await run(['explain', place]);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/ENOENT|ENOTDIR/);
    expect(err.split('\n')).toHaveLength(1);
  });
});

/** The rows with one name that `explain` prints for a line. */
async function rows(place: string, name: string): Promise<string[]> {
  const { out } = await run(['explain', place]);
  return out
    .split('\n')
    .filter((text) => text.startsWith(`  ${name} `))
    .map((text) => text.slice(name.length + 3).trim());
}

describe('the steps of the way', () => {
  it('each say by what they are known, and how well', async () => {
    write('package.json', '{ "dependencies": { "express": "5" } }');
    write(
      'src/app.ts',
      `import express from 'express';
import type { Queue } from './queue';
import { audit } from './audit';
const steps = { first: prepare };
function prepare(queue: Queue) { queue.enqueue(1); }
express().post('/orders', (req, res) => {
  steps[req.body.step](req.body.queue);
  req.scope.resolve('billing').chargeCustomer(1);
  [1].forEach(audit);
  res.end();
});
`,
    );
    write('src/queue.ts', 'export interface Queue { enqueue(id: number): void }\n');
    write(
      'src/memory-queue.ts',
      "import type { Queue } from './queue';\nexport class MemoryQueue implements Queue {\n  enqueue(id: number) {\n    fetch('x');\n  }\n}\n",
    );
    write('src/billing.ts', "export class Billing {\n  chargeCustomer(id: number) {\n    fetch('y');\n  }\n}\n");
    write('src/audit.ts', "export function audit(id: number) {\n  fetch('z');\n}\n");
    expect(await rows('src/memory-queue.ts:4', 'step')).toEqual([
      'prepare (src/app.ts:5), called from where it is stored: sure',
      'enqueue (src/memory-queue.ts:3), called through its interface or base class: sure',
    ]);
    expect(await rows('src/billing.ts:3', 'step')).toEqual([
      'chargeCustomer (src/billing.ts:2), called by name alone, on an object of unknown type: likely',
    ]);
    expect(await rows('src/audit.ts:2', 'step')).toEqual([
      "audit (src/audit.ts:1), passed as an argument by the import './audit': sure",
    ]);
    expect(await rows('src/app.ts:11', 'step')).toEqual([]);
  });

  it('say how well the handler itself is known', async () => {
    write('package.json', '{ "dependencies": { "express": "5" } }');
    write('list.js', "module.exports = function (req, res, next) {\n  fetch('x');\n  res.end();\n};\n");
    expect(await rows('list.js:2', 'handler')).toEqual([expect.stringMatching(/known by parameters, likely\)$/)]);
  });
});

describe('where no handler leads, explain names the nearest caller and what is missing:', () => {
  const SAVE = "export async function save(id) {\n  fetch('x', id);\n}\n";
  const at = async (): Promise<string[]> => [
    ...(await rows('save.js:2', 'nearest')),
    ...(await rows('save.js:2', 'missing')),
  ];

  it('a function that is given to somebody of whom nothing is known', async () => {
    write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    write('save.js', SAVE);
    write(
      'app.js',
      "import { bus } from 'opaque-bus';\nimport { save } from './save.js';\nconst onPaid = (id) => { save(id); };\nbus.subscribe('paid', onPaid);\n",
    );
    expect(await at()).toEqual([
      "onPaid (app.js:3) → save (save.js:1), called by the import './save.js': sure",
      'bus.subscribe(…) at app.js:4 is given onPaid, and nothing shows that a handler is registered there, or that it is run',
    ]);
  });

  it('a callback without a name', async () => {
    write('package.json', '{ "type": "module" }');
    write('save.js', SAVE);
    write(
      'app.js',
      "import { bus } from 'opaque-bus';\nimport { save } from './save.js';\nbus.subscribe('paid', (id) => {\n  save(id);\n});\n",
    );
    expect(await at()).toEqual([
      "a function without a name (app.js:3) → save (save.js:1), called by the import './save.js': sure",
      'bus.subscribe(…) at app.js:3 is given a function without a name, and nothing shows that a handler is registered there, or that it is run',
    ]);
  });

  it('a call of which it cannot be seen where it leads', async () => {
    write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    write('save.js', 'export class Store {\n  get(id) { fetch(id); }\n}\n');
    write('app.js', 'export function list(store) { store.get(1); }\n');
    expect(await rows('save.js:2', 'missing')).toEqual([
      'store.get(…) at app.js:1 may call get: what the object is cannot be seen',
    ]);
  });

  it('nothing that is known', async () => {
    write('package.json', '{ "type": "module" }');
    write('save.js', SAVE);
    write('app.js', "import { save } from './save.js';\nexport function start() {\n  save(1);\n}\n");
    expect(await at()).toEqual([
      "start (app.js:2) → save (save.js:1), called by the import './save.js': sure",
      'no known code calls start or registers it as a handler',
    ]);
  });

  it('the top level of a file', async () => {
    write('package.json', '{ "type": "module" }');
    write('save.js', SAVE);
    write('app.js', "import { save } from './save.js';\nsave(1);\n");
    expect(await at()).toEqual([
      "the top-level code of app.js → save (save.js:1), called by the import './save.js': sure",
      'it runs once when the file is loaded, not for a request',
    ]);
  });

  it('a handler that does not count', async () => {
    write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    write('save.js', SAVE);
    write('app.js', "import { save } from './save.js';\nsetInterval(function refresh() { save(1); }, 1000);\n");
    expect(await rows('save.js:2', 'missing')).toEqual([
      expect.stringMatching(/^refresh is the handler .*: `kinds` leaves out handlers of the kind timer$/),
    ]);
    write('app.js', '');
    write(
      'scripts/app.js',
      "import express from 'express';\nimport { save } from '../save.js';\nexpress().get('/', function list(req, res) { save(1); res.end(); });\n",
    );
    expect(await rows('save.js:2', 'missing')).toEqual([
      expect.stringMatching(/^list is the handler GET \/ \(express, known by registration\), but no server runs/),
    ]);
  });

  it('nothing of the kind where a handler leads there', async () => {
    write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    write('save.js', SAVE);
    write(
      'app.js',
      "import express from 'express';\nimport { save } from './save.js';\nexpress().get('/', (req, res) => { save(1); res.end(); });\n",
    );
    expect(await at()).toEqual([]);
    expect(await rows('save.js:2', 'finding')).toEqual(['floating: it has no owner']);
  });
});

describe('explain and report say the same', () => {
  const APP =
    "import express from 'express';\nexpress().get('/', (req, res) => {\n  // eslint-disable-next-line fire-task/no-untracked-promises -- meant\n  fetch('x');\n  fetch('y').catch(console.error);\n  setTimeout(async () => { await fetch('z'); }, 1);\n  res.end();\n});\n";

  it('of findings that a comment covers, and of each finding once', async () => {
    write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    write('app.js', APP);
    const { out } = await run(['report', '--json']);
    const { findings } = JSON.parse(out) as { findings: number };
    const said = await Promise.all(
      APP.split('\n').map(async (_, index) => rows(`app.js:${(index + 1).toString()}`, 'finding')),
    );
    expect(findings).toBe(2);
    expect(said.flat()).toEqual(['caught: it has no owner', 'callback: it has no owner']);
    expect(await rows('app.js:4', 'silent')).toEqual(['floating, but a comment marks it as intended']);
    // The callback is what is known to launch.
    expect(await rows('app.js:6', 'launch')).toContainEqual(expect.stringMatching(/^yes/));
  });

  it('of files that a report passes over', async () => {
    write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    write('.gitignore', 'local\n');
    write('app.js', 'export {};\n');
    for (const place of ['local/a.js', 'tests/a.test.js']) {
      write(place, APP);
      expect((await run(['explain', `${place}:5`])).out).toMatch(
        /\n\n`report` reads .* only where it is named: it is /,
      );
    }
    write('a.js', APP);
    expect((await run(['explain', 'a.js:5'])).out).not.toContain('only where it is named');
  });
});
