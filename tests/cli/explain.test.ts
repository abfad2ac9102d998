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
      '  handler  POST /orders through placeOrder → notifyWarehouse (express, known by registration)',
      '  launch   yes: declared to return a promise at audit.ts:2',
      '  finding  floating: nobody owns it',
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
        .filter((text) => /silent|launch|handler/.test(text))
        .map((text) => text.trim().replace(/\s+/g, ' '));
    };
    expect(await silent(5)).toEqual([
      'handler GET / (express, known by registration)',
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
      'handler none reaches it',
      'launch yes: declared async at app.js:3',
      'silent run by no handler',
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
    expect(await said(6)).toContain('finding mapped: nobody owns it');
    expect(await said(7)).toEqual(['finding callback: nobody owns it', 'silent awaited']);
    expect(await said(8)).toEqual(['finding caught: nobody owns it', 'finding caught: nobody owns it']);
  });

  it.each([
    [
      'a place without a line',
      'app.js',
      'app.js names no line: write a file and a line, for example src/orders.ts:42.',
    ],
    ['a line without a call', 'app.js:1', 'No call begins on line 1 of app.js: name the line where the call begins.'],
    ['a file that is not there', 'other.js:1', 'other.js cannot be explained. The file cannot be read: ENOENT'],
    ['a file that does not parse', 'broken.js:1', 'broken.js cannot be explained. The file does not parse:'],
  ])('refuses %s', async (_situation, place, sentence) => {
    write('app.js', 'export const x = 1;\n');
    write('broken.js', 'const = ;\n');
    const { code, err } = await run(['explain', place]);
    expect(code).toBe(2);
    expect(err).toContain(sentence);
  });
});
