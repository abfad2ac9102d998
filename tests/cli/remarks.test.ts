import { expect, it } from 'vitest';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const { run, write } = box;
const APP =
  "import express from 'express';\nimport { order } from './service.js';\nexpress().post('/o', (q, s) => { order(q.body); s.end(); });\n";
const SERVICE = "export async function order(b) { await fetch('https://x.example', b); }\n";
const NO_HANDLER = 'No handler was found in this package, although it depends on express';
const SERVER = '{ "type": "module", "dependencies": { "express": "5" } }';

it('reports build output where it is all there is', async () => {
  write('package.json', SERVER);
  write('dist/app.js', APP);
  write('dist/service.js', SERVICE);
  const { out } = await run(['report']);
  expect(out).toContain('dist/app.js:3');
  expect(out).not.toContain('Left out');
});

it('says what was left out, and why', async () => {
  write('package.json', SERVER);
  for (const folder of ['src', 'dist']) {
    write(`${folder}/app.js`, APP);
    write(`${folder}/service.js`, SERVICE);
  }
  write('src/vendor.js', `x(${'1,'.repeat(60_000)}1);`);
  write('.gitignore', '/local\n');
  write('local/a.js', '');
  const { out } = await run(['report']);
  expect(out).toContain('src/app.js:3');
  expect(out).not.toContain('dist/app.js');
  expect(out).toContain(
    'Left out: 1 file ignored by git, 2 files built from other files of the package, 1 file bundled or minified.',
  );
  expect((await run(['report', 'dist'])).out).toContain('dist/app.js:3');
});

it('says where most imports lead nowhere, and where no handler was found', async () => {
  write('package.json', SERVER);
  write(
    'src/a.ts',
    [1, 2, 3, 4, 5].map((n) => `import { f${n.toString()} } from '@/lib/f${n.toString()}';`).join('\n'),
  );
  const { out } = await run(['report']);
  expect(out).toContain("Most imports in this package cannot be resolved (5 of 5, for example '@/lib/f1')");
  expect(out).toContain(NO_HANDLER);
  write('package.json', '{}');
  write('src/a.ts', `import './b';\n${"$('#id'); find('.row');\n".repeat(6)}`);
  const silent = await run(['report']);
  expect(silent.out).not.toMatch(/cannot be resolved|No handler/);
});

it('says that no handler was found for a single file only if it loses something', async () => {
  write('package.json', SERVER);
  write('src/clean.js', 'export const twice = (n) => n * 2;\n');
  write('src/lossy.js', `${SERVICE}export function all(b) { order(b); }\n`);
  expect((await run(['report', 'src/clean.js'])).out).not.toContain(NO_HANDLER);
  expect((await run(['report', 'src/lossy.js'])).out).toContain(NO_HANDLER);
  expect((await run(['report', 'src'])).out).toContain(NO_HANDLER);
  expect((await run(['doctor', 'src/clean.js'])).out).toContain(NO_HANDLER);
});

it('gives the same with several threads, across packages', async () => {
  write('package.json', '{ "private": true, "workspaces": ["apps/*", "packages/*"] }');
  write('packages/lib/package.json', '{ "name": "@acme/lib", "main": "dist/index.js" }');
  write(
    'packages/lib/src/index.ts',
    "import { touch } from './touch';\nexport async function rename(id: string) { touch(id).catch(() => {}); }\n",
  );
  write('packages/lib/src/touch.ts', "export async function touch(id: string) { await fetch(id); void fetch('x'); }\n");
  for (const name of ['web', 'api']) {
    write(`apps/${name}/package.json`, `{ "name": "${name}", "dependencies": { "express": "5", "@acme/lib": "*" } }`);
    write(
      `apps/${name}/src/app.ts`,
      `import express from 'express';\nimport { rename } from '@acme/lib';\nexpress().post('/${name}', async (q, r) => { await rename('1'); r.json({}); });\n`,
    );
  }
  const [one, three, check] = await Promise.all([
    run(['report', '--json', '--jobs', '1']),
    run(['report', '--json', '--jobs', '3']),
    run(['migrate', '--check', '--json', '--jobs', '2']),
  ]);
  expect(three.out).toBe(one.out);
  expect(one.out).toContain('packages/lib/src/touch.ts');
  expect(check.out).toContain('packages/lib/src/touch.ts');
  expect((await run(['report', 'packages/lib'])).out).toContain('and from 1 other route');
});

const REMARK = 'Left out: 1 file built from other files of the package, 2 files of tests.';

it.each([
  ['report', 'text'],
  ['report', 'json'],
  ['report', 'markdown'],
  ['report', 'html'],
  ['report', 'github'],
  ['migrate --check', 'text'],
  ['migrate --check', 'json'],
  ['migrate --check', 'github'],
])('are the same in %s --format %s', async (command, format) => {
  write('package.json', SERVER);
  write('src/app.js', '');
  write('dist/app.js', APP);
  write('tests/a.js', '');
  write('src/a.test.js', '');
  const { out } = await run([...command.split(' '), '--format', format]);
  const missing = 'No handler was found in this package, although it depends on express, so nothing is checked there.';
  for (const remark of [REMARK, missing]) expect(out).toContain(remark);
  if (format === 'github') expect(out).toContain(`::notice title=fire-task%3A what was not looked at::${REMARK}\n`);
  if (format === 'json') expect((JSON.parse(out) as { remarks: string[] }).remarks).toEqual([REMARK, missing]);
});

it('say of a package whose only code git ignores that none of it is looked at', async () => {
  write('package.json', '{ "private": true, "workspaces": ["packages/*"] }');
  write('.gitignore', 'dist\n');
  write('packages/api/package.json', SERVER);
  write('packages/api/app.js', APP.replace('./service.js', './s.js'));
  write('packages/lib/package.json', SERVER);
  write('packages/lib/dist/app.js', APP);
  write('packages/lib/dist/service.js', SERVICE);
  box.commitAll();
  const { out } = await run(['report']);
  expect(out).toContain('Left out: 2 files ignored by git.');
  expect(out).toContain('No code of packages/lib is checked: all of it is left out.');
  expect((await run(['report', 'packages/api'])).out).not.toContain('packages/lib');
  const none = await run(['report', 'packages/lib']);
  expect(none.code).toBe(2);
  expect(none.err).toMatch(
    /^fire-task: No JavaScript or TypeScript file was found .* Left out: 2 files ignored by git\.$/,
  );
  // If the folder's files are named, they are checked, and their handlers are found.
  const named = await run(['report', 'packages/lib/dist/app.js', 'packages/lib/dist/service.js']);
  expect(named.out).toContain('packages/lib/dist/app.js:3');
  expect(named.out).not.toContain('No handler was found');
});

it('count a coverage report, and not a folder of that name among the sources', async () => {
  write('package.json', SERVER);
  write('src/coverage/app.js', APP);
  write('src/coverage/service.js', SERVICE);
  write('coverage/lcov-report/sorter.js', '');
  write('coverage/prettify.js', '');
  const { out } = await run(['report']);
  expect(out).toContain('src/coverage/app.js:3');
  expect(out).toContain('2 files read.');
  expect(out).toContain('Left out: 2 files of a coverage report.');
});

it('leave code of the program in a folder named build where it is', async () => {
  write('package.json', SERVER);
  write('src/service.js', SERVICE);
  write('src/index.js', '');
  write('src/build/index.js', APP.replace('./service.js', '../service.js'));
  const { out } = await run(['report']);
  expect(out).toContain('src/build/index.js:3');
  expect(out).not.toContain('Left out');
});

it('says nothing of a package without handlers that a server of the workspace uses', async () => {
  write('package.json', '{ "workspaces": ["api", "mail", "aside"] }');
  const express = '"type": "module", "dependencies": { "express": "5" }';
  write('mail/package.json', `{ "name": "@shop/mail", ${express} }`);
  write('mail/index.js', 'export async function send(to) { await to; }\n');
  write('aside/package.json', `{ "name": "@shop/aside", ${express} }`);
  write('aside/index.js', 'export const a = 1;\n');
  write('api/package.json', '{ "type": "module", "dependencies": { "express": "5", "@shop/mail": "*" } }');
  write('api/app.js', APP);
  const { out } = await run(['report']);
  expect(out).toContain('No handler was found in aside, although it depends on express');
  expect(out).not.toContain('found in mail');
});
