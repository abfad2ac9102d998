import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { sandbox } from '../support/sandbox.ts';

const ROOT = join(import.meta.dirname, '../..');
const box = sandbox();

const HANDLER = [
  "import express from 'express';", // 1
  'async function mail(to) { await to; }',
  'const app = express();',
  "app.post('/a', (req, res) => {",
  '  mail(', // 5: reported here, labelled from here on
  '    req.body,',
  '  );',
  '  res.end();',
  '});',
  "app.post('/b', async (req, res) => {", // 10
  '  await mail(req.body);',
  '  void mail(req.query);', // 12: reported; labelled as fine
  '  res.end();',
  '});',
  'export function later(x) { mail(x); }', // 15: labelled as lost; no handler reaches it
  "app.post('/c', (req, res) => { mail(1); res.end(); });", // 16: reported; no label
  '',
].join('\n');

const LABELS = [
  { path: 'src/app.js', line: 5, end_line: 7, verdict: 'flag', where: 'lexical', kind: 'bare' },
  { path: 'src/app.js', line: 11, verdict: 'ok', where: 'lexical', class: 'awaited-later' },
  { path: 'src/app.js', line: 12, verdict: 'ok', where: 'lexical', class: 'tracked-sink', why: 'told so' },
  { path: 'src/app.js', line: 15, verdict: 'flag', where: 'no', kind: 'bare', why: 'nothing leads there' },
  { path: 'src/app.js', line: 16, verdict: 'unsure', where: 'lexical', kind: 'bare' },
];

interface Score {
  name: string;
  flags: number;
  oks: number;
  missed: { line: number }[];
  alarms: { line: number }[];
  elsewhere: number;
  by: Record<string, object[]>;
}

function recall(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [join(ROOT, 'tools/recall.js'), ...args], { cwd: ROOT, encoding: 'utf8' });
}

function scores(...args: string[]): Score[] {
  const { stdout, stderr } = recall(box.folder, '--json', ...args);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as Score[];
}

function labelLines(labels: readonly object[]): string {
  const lines = labels.map((label) =>
    JSON.stringify({ project: 'acme', framework: 'express', needs: 'syntax', ...label }),
  );
  return `${lines.join('\n')}\n`;
}

beforeEach(() => {
  box.write(
    'servers.json',
    JSON.stringify([{ project: 'acme', folder: 'gh/acme', server_dirs: ['src'], form: 'source' }]),
  );
  box.write('labels.jsonl', labelLines(LABELS));
  box.write('gh/acme/src/app.js', HANDLER);
  box.write('gh/acme/package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
});

describe('npm run recall', () => {
  it('counts what is found, what is missed and what is a false alarm, and leaves out what is unsure', () => {
    const [score] = scores();
    expect(score).toMatchObject({ name: 'fire-task', flags: 2, oks: 2, elsewhere: 1 });
    expect(score?.missed.map(({ line }) => line)).toEqual([15]);
    expect(score?.alarms.map(({ line }) => line)).toEqual([12]);
    expect(score?.by).toMatchObject({
      form: [{ value: 'source', hits: 1, flags: 2, alarms: 1, oks: 2 }],
      where: [
        { value: 'lexical', hits: 1, flags: 1, alarms: 1, oks: 2 },
        { value: 'no', hits: 0, flags: 1, alarms: 0, oks: 0 },
      ],
    });
  });

  it('passes options on', () => {
    const [score] = scores('--options', '{"reach":"all","forms":{"voided":false}}');
    expect(score).toMatchObject({ missed: [], alarms: [] });
  });

  it('puts a peer on the same labels, with types and without a word for void', () => {
    const [, peer] = scores('--peers', 'typescript-eslint');
    expect(peer).toMatchObject({ name: 'typescript-eslint', missed: [], alarms: [{ line: 12 }] });
  });

  it('prints the figures, and with --verbose the places', () => {
    const { stdout } = recall(box.folder, '--verbose');
    expect(stdout).toMatch(/^fire-task +1 of 2 +0\.500 +1 of 2 +0\.500 +1 /m);
    expect(stdout).toContain('missed  [bare, no, syntax] acme src/app.js:15  nothing leads there');
    expect(stdout).toContain('false   [tracked-sink] acme src/app.js:12  told so');
  });

  it('reads files whose path has the brackets of a route', () => {
    const path = 'src/api/[id]/[...all].js';
    box.write(`gh/acme/${path}`, HANDLER);
    box.write('labels.jsonl', labelLines(LABELS.map((label) => ({ ...label, path }))));
    const { stdout } = recall(box.folder);
    expect(stdout).toMatch(/^fire-task +1 of 2 +0\.500 +1 of 2 +0\.500 /m);
    expect(stdout).not.toContain('not read');
  });

  it('says which labelled file was not linted, as what is labelled there counts as missed', () => {
    const others = ['src/gone.js', 'src/a.min.js', './src/app.js'].map((path) => ({ ...LABELS[0], path }));
    box.write('labels.jsonl', labelLines([...LABELS, ...others]));
    box.write('gh/acme/src/a.min.js', HANDLER);
    const { stdout } = recall(box.folder);
    expect(stdout).toMatch(/^fire-task +2 of 5 /m);
    expect(stdout.match(/^not read: .*/gm)).toEqual([
      'not read: acme src/gone.js is not there',
      'not read: acme src/a.min.js has labels, but was not linted',
    ]);
  });

  it('lints the folders that it is told of, whatever they are called, and no other', () => {
    const servers = (folders: string[]): string =>
      JSON.stringify([{ project: 'acme', folder: 'gh/acme', server_dirs: folders, form: 'source' }]);
    box.write('gh/acme/next.js/other.js', HANDLER);
    box.write('labels.jsonl', labelLines(LABELS));
    box.write('servers.json', servers(['next.js']));
    expect(scores()[0]?.elsewhere).toBe(4);
    box.write('labels.jsonl', labelLines([{ ...LABELS[0], path: 'lib/gone.js' }]));
    box.write('servers.json', servers(['lib']));
    expect(scores('--peers', 'typescript-eslint').map(({ elsewhere }) => elsewhere)).toEqual([0, 0]);
  });

  it.each<[what: string, args: () => string[], sentence: RegExp]>([
    ['no folder', () => [], /^recall: name the folder of the servers\.\nUsage: npm run recall/],
    [
      'a peer that it does not know',
      () => [box.folder, '--peers', 'tslint'],
      /^recall: --peers knows no tslint: typescript-eslint, oxlint, biome\./,
    ],
    [
      'a folder without labels',
      () => [join(box.folder, 'gh')],
      /^recall: .*gh has no servers\.json: name the folder with --labels\./,
    ],
    [
      'a server that nothing is labelled of',
      () => [box.folder, '--projects', 'other'],
      /^recall: .* has no labels of other\./,
    ],
  ])('says in one sentence what is wrong: %s', (_, args, sentence) => {
    const { status, stderr } = recall(...args());
    expect(status).toBe(2);
    expect(stderr).toMatch(sentence);
  });
});
