import { describe, expect, it } from 'vitest';
import { sandbox } from '../support/sandbox.ts';

const { run, write } = sandbox();

const NOTIFY =
  'export async function notify(x) { await fetch(x); }\nexport async function audit(x) { await fetch(x); }\n';

/** A server that drops `notify` so often, `audit` twice, and an async function in place three times. */
function server(places: number): void {
  write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
  write('lib/notify.js', NOTIFY);
  const head =
    "import express from 'express';\nimport { notify, audit } from '../lib/notify.js';\nconst app = express();\n";
  const routes = Array.from({ length: places }, (_, index) => `app.post('/${index}', () => { notify(${index}); });\n`);
  const inPlace = '(async () => { await fetch(1); })();'.repeat(3);
  write('src/app.js', `${head}${routes.join('')}app.get('/', () => { audit(1); audit(2); ${inPlace} });\n`);
}

const APP_OF_CHECKS = `import express from 'express';
import { notify as assertOwner } from '../lib/notify.js';
express().post('/', (req, res) => { assertOwner(1); assertOwner(2); assertOwner(3); res.end(); });`;

const FOUND = '`notify` (`lib/notify.js:1`) is dropped in 3 places in 3 routes';

describe('one function that is dropped at many places', () => {
  it('is named once by the report, and counted', async () => {
    server(3);
    const { out } = await run(['report']);
    expect(out).toContain(
      `\nOne cause, many places:\n  ${FOUND}: give its work an owner inside the function, or mark it \`@fireAndForget\`.\n`,
    );
    expect(out).not.toContain('`audit` (');
    expect(out).toContain('; 1 function accounts for 3; ');
    expect(out).toContain('src/app.js:4:24  floating  notify');
  });

  it('is not, with two places', async () => {
    server(2);
    const { out } = await run(['report']);
    expect(out).not.toContain('One cause');
    expect(out).not.toContain('account');
  });

  it('is on the page, and in what machines read', async () => {
    server(3);
    expect((await run(['report', '--format', 'markdown'])).out).toContain(
      '`notify` (`lib/notify.js:1`) is dropped in 3',
    );
    expect((await run(['report', '--format', 'html'])).out).toContain(' is dropped in 3 places in 3 routes: ');
    const { out } = await run(['report', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      causes: [{ callee: 'notify', file: 'lib/notify.js', line: 1, places: 3, routes: 3 }],
    });
  });

  it('is offered one owner by the codemod', async () => {
    server(3);
    const offer =
      '`notify` (`lib/notify.js:1`) becomes a task at 3 places. If no caller awaits it, call `fireTask` once inside the function';
    expect((await run(['migrate', '--dry-run'])).out).toContain(`\nWorth knowing:\n  ${offer}`);
    expect((await run(['migrate', '--dry-run', '--format', 'markdown'])).out).toContain(offer);
    expect(JSON.parse((await run(['migrate', '--dry-run', '--json'])).out)).toMatchObject({ causes: [{ places: 3 }] });
  });

  it('is told in the message of each place', async () => {
    server(3);
    const { out } = await run(['report', '--json']);
    expect(
      out.match(
        /This file drops it in 3 places: give it one owner where it is declared \(lib\/notify\.js, line 1\)\./g,
      ),
    ).toHaveLength(3);
  });

  it('is no check that wants an `await` at each place', async () => {
    server(3);
    write(
      'lib/notify.js',
      NOTIFY.replace('{ await fetch(x); }', "{ if (!(await fetch(x)).ok) throw new Error('no'); }"),
    );
    write('src/app.js', `${APP_OF_CHECKS}\n`);
    const { out } = await run(['report']);
    expect(out).toContain('3 untracked promises');
    expect(out).not.toContain('One cause');
    expect((await run(['report', '--json'])).out).not.toContain('This file drops it');
  });
});
