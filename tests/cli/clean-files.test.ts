import { beforeAll, describe, expect, it } from 'vitest';
import type { Survey } from '../../src/cli/survey.ts';
import type { PlanOptions } from '../../src/rewriting/plan-source.ts';
import { discoverFiles } from '../../src/cli/discover.ts';
import { areMost, createInquiries } from '../../src/cli/inquiries.ts';
import { sourceReader } from '../../src/cli/read.ts';
import { survey } from '../../src/cli/survey.ts';
import { surveyInTeam } from '../../src/cli/team.ts';
import { CleanFiles } from '../../src/findings/clean-files.ts';
import { counts } from '../../src/syntax/counts.ts';
import { generated } from '../support/generated-server.ts';
import { sandbox } from '../support/sandbox.ts';
import { findUntracked, refreshProject, setUp, workspace } from '../support/engine.ts';

const box = sandbox();
const readSource = sourceReader(workspace);

function surveyed(
  files: readonly string[],
  judgesEarly: boolean,
  plan: PlanOptions = PLAN,
): Survey & { parsed: number } {
  refreshProject();
  const before = counts.parsed;
  const found = survey(
    files,
    { analysisOf: () => plan, read: readSource },
    false,
    createInquiries(workspace, judgesEarly, () => plan),
  );
  return { ...found, parsed: counts.parsed - before };
}

const PLAN = { rule: { tests: true } };
const APP = `import express from 'express';
import { place } from './orders.js';
express().post('/orders', async (req, res) => { await place(req.body); res.end(); });
`;
const ORDERS = `import { audit } from './audit.js';
export async function place(order) { await order; audit(order); }
export async function unused(order) { place(order); }
`;
const AUDIT = 'export function audit(order) { return order.id; }\n';

describe('a look at functions while the call graph is made', () => {
  // Keeps as small a part of these files as otherwise of a package with several thousand.
  beforeAll(() => {
    workspace.trees.keepLess(48);
  });

  it.each([
    ['by default', PLAN],
    ['with strict', { rule: { tests: true, strict: true } }],
  ])(
    'finds the same as without it, and either makes no second tree of a file that loses nothing, %s',
    (_title, plan) => {
      for (const [path, text] of generated(200, 4).files) box.write(path, text);
      const files = discoverFiles(['.'], box.terminal);
      const one = surveyed(files, false, plan);
      const other = surveyed(files, true, plan);
      expect(one.sites.length).toBeGreaterThan(3);
      expect({ ...other, parsed: 0 }).toEqual({ ...one, parsed: 0 });
      for (const { parsed } of [one, other]) expect(parsed).toBeLessThan(1.2 * files.length);
    },
  );

  it('finds the same in threads', async () => {
    for (const [path, text] of generated(60, 4).files) box.write(path, text);
    const files = discoverFiles(['.'], box.terminal);
    const { sites } = surveyed(files, false);
    expect(sites.length).toBeGreaterThan(1);
    expect((await surveyInTeam(files, workspace, PLAN, 3, { wantsUnknown: false, judgesEarly: true })).sites).toEqual(
      sites,
    );
  });

  it('looks at a handler in the thread whose file it stands in, whoever registers it', async () => {
    box.write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    box.write(
      'a.js',
      "import express from 'express';\nimport { create } from './z.js';\nexpress().post('/orders', create);\n",
    );
    box.write('b.js', 'export const nothing = 1;\n');
    box.write(
      'y.js',
      "import express from 'express';\nimport { list } from './z.js';\nexpress().get('/orders', async (req, res) => { res.json(await list()); });\n",
    );
    box.write(
      'z.js',
      'async function audit(order) { await order; }\nexport async function list() { return []; }\nexport function create(input, output) { audit(input.body); output.sendStatus(202); }\n',
    );
    const files = discoverFiles(['.'], box.terminal);
    const { sites } = surveyed(files, false);
    expect(sites).toHaveLength(1);
    expect((await surveyInTeam(files, workspace, PLAN, 2, { wantsUnknown: false, judgesEarly: true })).sites).toEqual(
      sites,
    );
  });

  it('passes over no file that cannot be read whole', () => {
    box.write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    box.write('app.js', APP);
    box.write('orders.js', ORDERS);
    box.write('audit.js', Buffer.concat([Buffer.from(AUDIT), Buffer.from([0x2f, 0x2f, 0xff])]));
    expect(surveyed(discoverFiles(['.'], box.terminal), true).failures).toEqual([
      { path: expect.stringMatching(/audit\.js$/) as string, reason: expect.stringContaining('not UTF-8') as string },
    ]);
  });

  it('makes no tree of a file that no handler runs, and says where it does not parse', () => {
    box.write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    box.write('app.js', APP);
    box.write('orders.js', ORDERS);
    box.write('audit.js', AUDIT);
    for (let index = 0; index < 20; index += 1)
      box.write(`page${index.toString()}.js`, 'export const shown = () => 1;\n');
    box.write('wrong.js', 'export const = 1;\n');
    const found = surveyed(discoverFiles(['.'], box.terminal), true);
    // Handlers run three of them. The file that doesn't parse is parsed for its message, and again for the reader.
    expect(found.parsed).toBeLessThanOrEqual(5);
    expect(found.failures).toEqual([
      expect.objectContaining({ path: expect.stringMatching(/wrong\.js$/) as string, line: 1 }),
    ]);
  });

  it('knows of a file what handlers run of it, as long as what it calls is the same', () => {
    box.write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    box.write('app.js', APP);
    box.write('orders.js', ORDERS);
    box.write('audit.js', AUDIT);
    const [app = '', audit = '', orders = ''] = discoverFiles(['.'], box.terminal);
    const { options, evaluation } = setUp({}, undefined);
    const look = new CleanFiles(options, evaluation);
    const lint = (path: string): number => {
      const source = readSource(path);
      return 'reason' in source ? -1 : findUntracked(source, options, evaluation.catalog, look).length;
    };
    refreshProject();
    expect(look.isClean(orders)).toBe(false);
    expect(lint(app)).toBe(0);
    // `unused` loses a promise, but nothing that answers a request runs it.
    expect([app, audit, orders].map((path) => look.isClean(path))).toEqual([true, true, true]);
    box.write('audit.js', AUDIT.replace('function', 'async function').replace('return order.id', 'await order.id'));
    refreshProject();
    expect(lint(orders)).toBe(1);
    expect(look.isClean(orders)).toBe(false);
  });

  it('knows nothing of another package, whose handlers have not been asked', () => {
    box.write('api/package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    box.write('api/app.js', APP.replace('./orders.js', '../jobs/orders.js'));
    box.write('jobs/package.json', '{ "type": "module", "dependencies": { "bullmq": "5" } }');
    box.write(
      'jobs/orders.js',
      `import { Worker } from 'bullmq';
export async function place(order) { await order; }
async function audit(order) { await order; }
new Worker('orders', async (job) => { audit(job.data); });
`,
    );
    const files = discoverFiles(['.'], box.terminal);
    expect(surveyed(files, true).sites).toEqual(surveyed(files, false).sites);
    expect(surveyed(files, true).sites).toHaveLength(1);
  });
});

it('is for a run through most of a package', () => {
  for (const [path, text] of generated(30, 4).files) box.write(path, text);
  const files = discoverFiles(['.'], box.terminal);
  expect(areMost(files, workspace)).toBe(true);
  expect(areMost(files.slice(0, 3), workspace)).toBe(false);
});
