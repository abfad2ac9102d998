import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const { run, project, write, read } = box;

beforeEach(() => {
  vi.stubEnv('GITHUB_WORKSPACE', box.folder);
  return () => {
    vi.unstubAllEnvs();
  };
});

/** One handler, in a package below the repository's root. */
function api(handler: string): void {
  write('package.json', '{ "private": true, "workspaces": ["packages/*"] }');
  write('packages/api/package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
  write('packages/api/src/app.js', `import express from 'express';\nasync function send(to) { await to; }\n${handler}`);
}

const SEND = "express().post('/orders', (req, res) => {\n  send(req.body);\n  res.end();\n});\n";

describe('--format github', () => {
  it('marks the line of each finding with what the rule says, and ends with the count', async () => {
    api(SEND);
    const { code, out } = await run(['migrate', '--check', '--format', 'github']);
    expect(code).toBe(1);
    expect(out).toBe(
      '::error file=packages/api/src/app.js,line=4,col=3,title=fire-task%3A floating::`send(…)` is launched by `POST /orders` but never awaited, returned or tracked: it is lost on shutdown, and if it rejects the process can crash. Await it, return it, or pass it to `fireTask`.\n1 untracked promise in 1 route. A handler certainly runs 1 of them and probably runs 0.',
    );
  });

  it('names files from the root of the repository, wherever the command runs', async () => {
    api(SEND);
    const { out } = await run(['report', '--format', 'github'], { cwd: 'packages/api' });
    expect(out).toContain('::error file=packages/api/src/app.js,line=4,');
  });

  it('names files from the folder of the command where there is no workspace, and in full where they are outside of it', async () => {
    api(SEND);
    vi.stubEnv('GITHUB_WORKSPACE', undefined);
    expect((await run(['report', '--format', 'github'], { cwd: 'packages/api' })).out).toContain(
      '::error file=src/app.js,line=4,',
    );
    vi.stubEnv('GITHUB_WORKSPACE', join(box.folder, 'elsewhere'));
    expect((await run(['report', '--format', 'github'])).out).toContain(
      `::error file=${box.folder}/packages/api/src/app.js,line=4,`,
    );
  });

  it('says nothing but the count where nothing is found, nor of what is meant', async () => {
    api(SEND.replace('  send', '  // eslint-disable-next-line fire-task/no-untracked-promises -- best effort\n  send'));
    expect(await run(['report', '--format', 'github'])).toEqual({ code: 0, out: 'No untracked promise.', err: '' });
  });

  it('marks a file that failed, at its line', async () => {
    api('export const = 1;\n');
    const { code, out } = await run(['migrate', '--check', '--format', 'github']);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^::error file=packages\/api\/src\/app\.js,line=3,col=14,title=fire-task%3A failed::The file does not parse: /,
    );
  });

  it('marks what a dry run would rewrite as a warning, what it leaves as an error with the reason, and says that nothing waits at shutdown', async () => {
    project('shop-ts');
    write(
      'src/number.ts',
      "import express from 'express';\nasync function load() { return 1; }\nexpress().get('/n', (req, res) => {\n  res.json(load());\n});\n",
    );
    const before = read('src/orders/cancel.ts');
    const { code, out } = await run(['migrate', '--dry-run', '--format', 'github', 'src']);
    expect(code).toBe(1);
    expect(out).toMatch(
      /^::warning file=src\/orders\/cancel\.ts,line=5,col=3,title=fire-task%3A voided::.* Would be passed to `fireTask`, which holds, names and drains it\.$/m,
    );
    expect(out).toMatch(
      /^::error file=src\/number\.ts,line=4,col=12,title=fire-task%3A answered::.*\. The function around it is not async: make it async and await the call, or return the promise\.$/m,
    );
    expect(out).toMatch(
      /^::warning title=fire-task%3A nothing waits for the tasks at shutdown::\.: No place was found where a server starts: /m,
    );
    expect(read('src/orders/cancel.ts')).toBe(before);
    expect((await run(['migrate', '--format', 'github', 'src'])).out).toMatch(
      /^::notice file=src\/orders\/cancel\.ts,line=5,col=3,/m,
    );
  });

  it('lets no route and no file name write a command of its own', async () => {
    api(SEND.replace('/orders', '/100%\\r\\n::stop-commands::x'));
    write('packages/api/src/a,b:c\n::error::d.js', read('packages/api/src/app.js'));
    const { out } = await run(['report', '--format', 'github']);
    const lines = out.split(/\r\n|[\r\n]/);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(/^::error file=packages\/api\/src\/a%2Cb%3Ac%0A%3A%3Aerror%3A%3Ad\.js,line=4,/);
    expect(lines[1]).toMatch(/^::error file=packages\/api\/src\/app\.js,line=4,.*100%25/);
  });
});
