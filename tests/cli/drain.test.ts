import { describe, expect, it } from 'vitest';
import { sandbox } from '../support/sandbox.ts';

const { run, write, read } = sandbox();

const ROUTES =
  "import { app } from './app.js';\nasync function audit(x) { await x; }\napp.post('/orders', (req, res) => {\n  audit(req.body);\n  res.end();\n});\n";
const APP = "import express from 'express';\nexport const app = express();\n";

function server(text: string): void {
  write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
  write('src/app.js', APP);
  write('src/routes.js', ROUTES);
  write('src/server.js', text);
}

describe('migrate, and the shutdown', () => {
  it('has the server wait for its tasks, in one run with the rest', async () => {
    server("import { app } from './app.js';\nimport './routes.js';\n\napp.listen(3000);\n");
    const { code, out } = await run(['migrate', 'src']);
    expect(code).toBe(0);
    expect(out).toBe(`1 finding rewritten in 1 file.
3 files: 2 changed, 1 clean, 0 for manual work, 0 failed.
Added the helper src/lib/fire-task.js.
Added the helper src/lib/drain-on-shutdown.js.
Waits for the tasks at shutdown: drainOnShutdown in src/server.js:4.

Next:
  - format, lint, type-check and test
  - look at the diff, and commit`);
    expect(read('src/server.js')).toBe(
      "import { app } from './app.js';\nimport './routes.js';\nimport { drainOnShutdown } from './lib/drain-on-shutdown.js';\n\ndrainOnShutdown(app.listen(3000));\n",
    );
    expect((await run(['migrate', 'src'])).out).toBe(
      '0 findings rewritten in 0 files.\n5 files: 0 changed, 5 clean, 0 for manual work, 0 failed.',
    );
  });

  it('joins the import of a file that is rewritten for both', async () => {
    write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    write('server.js', `${APP}${ROUTES.slice(ROUTES.indexOf('\n') + 1)}app.listen(3000);\n`);
    expect((await run(['migrate', '--dry-run'])).out).toContain(
      'Would wait for the tasks at shutdown: drainOnShutdown in server.js:',
    );
    expect((await run(['migrate'])).code).toBe(0);
    expect(read('server.js')).toContain(
      "import { fireTask } from './lib/fire-task.js';\nimport { drainOnShutdown } from './lib/drain-on-shutdown.js';\n",
    );
    expect(read('server.js')).toContain('drainOnShutdown(app.listen(3000));');
  });

  it('leaves it when it is told to', async () => {
    server("import { app } from './app.js';\napp.listen(3000);\n");
    const { out } = await run(['migrate', '--no-drain', 'src']);
    expect(out).not.toContain('shutdown');
    expect(read('src/server.js')).toBe("import { app } from './app.js';\napp.listen(3000);\n");
  });

  it('says what is to be done where it is not clear, also to programs', async () => {
    server(
      "import { app } from './app.js';\nexport const one = () => { app.listen(3000); };\nexport const two = () => { app.listen(3001); };\n",
    );
    const { out } = await run(['migrate', '--dry-run', '--json', 'src']);
    expect(JSON.parse(out)).toMatchObject({
      drains: [
        {
          package: '.',
          outcome: 'left',
          reason:
            'Servers start in several places: call `drainOnShutdown(server)` where the server starts; ' +
            '`npx fire-task init --drain` writes it next to the helper.',
          places: [
            { file: 'src/server.js', line: 2 },
            { file: 'src/server.js', line: 3 },
          ],
        },
      ],
    });
    expect((await run(['migrate', 'src'])).out).toContain(
      'Nothing waits for the tasks at shutdown yet:\n  src/server.js:2, src/server.js:3  Servers start in several places',
    );
  });

  it.each<[string, string, boolean]>([
    ['the server that loads it waits', 'app.listen(3000);', true],
    [
      'the server that loads it is not clear',
      'const one = () => app.listen(3000);\nconst two = () => app.listen(3001);',
      false,
    ],
    ['only one of two waits', 'app.listen(3000);', false],
  ])('asks for none in a package without a server where %s', async (title, start, isSettled) => {
    write('package.json', '{ "private": true, "workspaces": ["packages/*"] }');
    const manifest = (name: string): string =>
      `{ "name": "${name}", "type": "module", "dependencies": { "express": "5", "mail": "*" } }`;
    write('packages/mail/package.json', '{ "name": "mail", "type": "module", "main": "index.js" }');
    write('packages/mail/index.js', 'async function deliver() { await 1; }\nexport function notify() { deliver(); }\n');
    const code = `import express from 'express';\nimport { notify } from 'mail';\nconst app = express();\napp.post('/', (req, res) => { notify(); res.end(); });\n`;
    write('packages/api/package.json', manifest('api'));
    write(
      'packages/api/server.js',
      `${code}async function work() { await 1; }\napp.get('/', (req, res) => { work(); res.end(); });\n${start}\n`,
    );
    if (title.includes('two')) {
      write('packages/other/package.json', manifest('other'));
      write('packages/other/server.js', `${code}app.listen(3002);\n`);
    }
    const { out } = await run(['migrate']);
    expect(out.includes('This package starts no server')).toBe(!isSettled);
    expect(out.includes('have the server wait')).toBe(!isSettled);
  });

  it('changes no file that was not named', async () => {
    server("import { app } from './app.js';\napp.listen(3000);\n");
    const { out } = await run(['migrate', 'src/routes.js']);
    expect(out).toContain('  src/server.js:2  The drain belongs into a file that was not named');
    expect(read('src/server.js')).toContain('\napp.listen(3000);');
  });
});
