import { describe, expect, it } from 'vitest';
import { sandbox } from '../support/sandbox.ts';

const { run, project, write, read } = sandbox();

describe('report', () => {
  it('lists findings by route, with the way to each, and exits 1', async () => {
    project('shop-ts');
    const { code, out, err } = await run(['report', 'src']);
    expect(code).toBe(1);
    expect(err).toBe('');
    expect(out.split('\n')[0]).toBe('DELETE /orders/:id');
    expect(out).toMatch(
      /src\/orders\/warehouse\.ts:7:3 +floating +audit\.record {2}through placeOrder → notifyWarehouse/,
    );
    expect(out).toContain('\n4 untracked promises in 2 routes (4 sure, 0 likely); 9 files read.\n');
  });

  it('says what the forms mean that it found, and what to type next', async () => {
    project('shop-ts');
    const { out } = await run(['report', 'src']);
    const [, legend = ''] = /\nForms:\n([\s\S]*?)\n\n/.exec(out) ?? [];
    expect(legend).toMatch(/^ {2}caught +errors handled, but nothing waits for the work$/m);
    expect(legend).toMatch(/^ {2}floating +called, and its promise dropped$/m);
    expect(legend).not.toContain('lazy');
    const [, place = ''] = /npx fire-task explain (\S+)/.exec(out) ?? [];
    expect((await run(['explain', place])).out).toContain('finding');
  });

  it('points to the doctor where it found nothing and could not look at all', async () => {
    write('package.json', '{ "dependencies": { "express": "5" } }');
    write('app.js', 'export const a = 1;\n');
    expect((await run(['report'])).out).toContain('Next: npx fire-task doctor');
    write('app.js', "import express from 'express';\nexpress().get('/', (req, res) => res.end());\n");
    expect((await run(['report'])).out).not.toContain('Next:');
  });

  it('shows the routes with most findings, and still counts all', async () => {
    project('shop-ts');
    const { out } = await run(['report', 'src', '--top', '1']);
    expect(out).toContain('POST /orders\n');
    expect(out).not.toContain('DELETE /orders/:id');
    expect(out).toContain('1 more route not shown: leave out --top to see it.');
    expect(out).toContain('4 untracked promises in 2 routes');
    expect(await run(['report', 'src', '--top', '1', '--json'])).toMatchObject({ code: 2 });
    expect(await run(['report', 'src', '--top', '0'])).toMatchObject({ code: 2 });
  });

  it('prints one JSON object with routes, places and how each launch is known', async () => {
    project('shop-ts');
    const { out } = await run(['report', 'src', '--json']);
    const printed = JSON.parse(out) as { routes: { route: string; findings: object[] }[] };
    expect(printed).toMatchObject({
      version: 1,
      files: 9,
      findings: 4,
      sure: 4,
      likely: 0,
      optedOut: [],
      failed: [],
      remarks: [],
    });
    expect(printed.routes.map(({ route, findings }) => [route, findings.length])).toEqual([
      ['DELETE /orders/:id', 1],
      ['POST /orders', 3],
    ]);
    expect(printed.routes[0]).toEqual({
      route: 'DELETE /orders/:id',
      kind: 'request',
      framework: 'express',
      findings: [
        {
          file: 'src/orders/cancel.ts',
          line: 5,
          column: 3,
          form: 'voided',
          callee: 'refund',
          evidence: { step: 'import', why: 'returns a promise at refund.ts:1' },
          chain: [],
          others: 0,
          reached: 'sure',
          message: expect.stringContaining('`void` hides the promise of `refund(…)`') as string,
          declared: { file: 'src/orders/refund.ts', line: 1 },
        },
      ],
    });
  });

  it('shows paths as seen from the folder it runs in', async () => {
    project('shop-ts');
    const { out } = await run(['report', '../orders'], { cwd: 'src/routes' });
    expect(out).toContain('  ../orders/cancel.ts:5:3');
  });

  it('counts what is sure and what is likely, in each format', async () => {
    write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    write(
      'app.js',
      "import express from 'express';\nexpress().post('/', (req, res) => {\n  fetch('x');\n  res.end();\n});\nexport function list(req, res, next) {\n  fetch('y');\n  res.end();\n}\n",
    );
    const { out } = await run(['report']);
    expect(out).toContain('2 untracked promises in 2 routes (1 sure, 1 likely); 1 file read.');
    expect(out).toMatch(/app\.js:7:3 +floating +fetch {2}\(likely\)\n/);
    expect(out).toMatch(/app\.js:3:3 +floating +fetch\n/);
    const { routes, ...counts } = JSON.parse((await run(['report', '--json'])).out) as {
      routes: { findings: { line: number; reached: string }[] }[];
    };
    expect(counts).toMatchObject({ findings: 2, sure: 1, likely: 1 });
    expect(routes.flatMap(({ findings }) => findings.map(({ line, reached }) => [line, reached]))).toEqual([
      [3, 'sure'],
      [7, 'likely'],
    ]);
    for (const format of ['markdown', 'html', 'github']) {
      const page = (await run(['report', '--format', format])).out;
      expect(page, format).toContain('A handler certainly runs 1 of them and probably runs 1.');
      if (format !== 'github') expect(page.match(/in the handler itself \(likely\)/gi), format).toHaveLength(1);
    }
  });

  it('looks only as far as it is told', async () => {
    project('shop-ts');
    expect((await run(['report', 'src', '--reach', 'handler'])).out).toContain('2 untracked promises in 2 routes');
  });

  it('counts what could not be known, and lists it when asked', async () => {
    write('package.json', '{ "dependencies": { "express": "5" } }');
    write(
      'app.js',
      "import express from 'express';\nexpress().post('/', (req, res) => {\n  res.status(202);\n  console.log(1);\n  mystery.send(req);\n  res.end();\n});\n",
    );
    const plain = await run(['report']);
    expect(plain.code).toBe(0);
    expect(plain.out).toBe(
      '0 untracked promises; 1 file read. 1 more call in handlers could not be resolved (--unknown lists them).',
    );
    expect((await run(['report', '--unknown'])).out).toContain('Not known:\n  app.js:5:3  mystery.send\n');
    expect(JSON.parse((await run(['report', '--json'])).out)).toMatchObject({
      findings: 0,
      unknown: [{ file: 'app.js', line: 5, column: 3, callee: 'mystery.send' }],
    });
  });

  it('lists no call as not known that a finding is about', async () => {
    write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    write(
      'app.js',
      "import express from 'express';\nimport { later, wrap } from 'opaque';\nasync function load() { await fetch('x'); }\nexpress().post('/', (req, res) => {\n  setTimeout(async () => { await load(); }, 1);\n  req.items.forEach(async () => { await load(); });\n  load().catch(later);\n  later(1);\n  res.end();\n});\n",
    );
    const { findings, unknown, routes } = JSON.parse((await run(['report', '--json'])).out) as {
      findings: number;
      unknown: { line: number }[];
      routes: { findings: { line: number }[] }[];
    };
    expect(findings).toBe(3);
    expect(routes[0]?.findings.map(({ line }) => line)).toEqual([5, 6, 7]);
    expect(unknown.map(({ line }) => line)).toEqual([8]);
  });

  it.each(['report', 'migrate --check', 'migrate --dry-run', 'explain app.js:3'])(
    '%s says of a package.json that cannot be read what is wrong, and exits 2',
    async (command) => {
      write('package.json', '{ "dependencies": { "express": "5" ');
      write(
        'app.js',
        "import express from 'express';\nexpress().post('/', (req, res) => {\n  fetch('x'); res.end();\n});\n",
      );
      const { code, out, err } = await run(command.split(' '));
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(
        /^fire-task: package\.json is not JSON \(.*\), so the dependencies of the package are unknown; nothing was changed\. Fix it and run this again\.$/,
      );
      // Comments are allowed.
      write('package.json', '{ /* serves */ "dependencies": { "express": "5" } }');
      expect((await run(command.split(' '))).err).toBe('');
    },
  );

  it('says so, too, of the package.json of the workspace', async () => {
    write('package.json', '{ "workspaces": [');
    write('api/package.json', '{}');
    write('api/a.js', 'export {};\n');
    const { code, err } = await run(['report', 'api']);
    expect(code).toBe(2);
    expect(err).toContain('package.json is not JSON');
  });

  it('exits 0 when nothing is found', async () => {
    write('package.json', '{}');
    write('a.js', 'export {};\n');
    const { code, out } = await run(['report']);
    expect(code).toBe(0);
    expect(out).toBe('0 untracked promises; 1 file read.');
  });

  it('counts what an eslint-disable comment says is meant, and does not hold it against the code', async () => {
    project('shop-ts');
    write(
      'src/orders/cancel.ts',
      read('src/orders/cancel.ts').replace(
        '  void',
        '  // eslint-disable-next-line fire-task/no-untracked-promises -- the refund service retries\n  void',
      ),
    );
    const { code, out } = await run(['report', 'src/orders/cancel.ts']);
    expect(code).toBe(0);
    expect(out).toBe('0 untracked promises; 1 more skipped because of an eslint-disable comment; 1 file read.');
  });

  it('names a file that does not parse, reads the others, and exits 1', async () => {
    write('package.json', '{}');
    write('src/broken.ts', 'export const = 1;\n');
    write('src/whole.ts', 'export {};\n');
    const { code, out, err } = await run(['report', 'src']);
    expect(code).toBe(1);
    expect(out).toBe('0 untracked promises; 1 file read.');
    expect(err).toMatch(
      /^1 file failed and was left as it was:\n {2}src\/broken\.ts:1:14 {2}The file does not parse: /,
    );
  });

  it('colours routes and forms on a terminal', async () => {
    project('shop-ts');
    expect((await run(['report', 'src'], { colors: true })).out).toContain('\u001B[1mDELETE /orders/:id\u001B[22m');
  });
});

describe('the heading of a route', () => {
  it('names the framework where several have one of that name', async () => {
    write('package.json', '{ "type": "module", "dependencies": { "express": "5", "fastify": "5" } }');
    const server = (name: string): string =>
      `import make from '${name}';\nasync function warm() { await fetch('x'); }\nmake().listen(1, () => { warm(); });\n`;
    write('a.js', server('express'));
    write('b.js', server('express'));
    expect((await run(['report'])).out).toMatch(/^listen\n.*a\.js.*\n.*b\.js/);
    write('c.js', server('fastify'));
    expect((await run(['report'])).out).toMatch(/^listen \(express\)\n.*a\.js.*\n.*b\.js.*\n\nlisten \(fastify\)\n/);
  });
});

describe('the next step', () => {
  const MANUAL =
    "import express from 'express';\nasync function load() { return 1; }\nexpress().get('/n', (req, res) => {\n  res.json(load());\n  res.send(load());\n});\n";

  it('is manual work, and where, when a migration would rewrite nothing', async () => {
    write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    write('a.js', MANUAL);
    const { out } = await run(['report']);
    expect(out).not.toContain('--dry-run');
    expect(out).toMatch(
      /\n\nLeft for manual work, as `migrate` rewrites none of them:\n {2}The function around it is not async.*\n {4}a\.js:4:12 {2}load\n {4}a\.js:5:12 {2}load$/,
    );
    const { out: page } = await run(['report', '--format', 'markdown']);
    expect(page).not.toContain('--dry-run');
    expect(page).toContain('- [ ] Change `load` at `a.js:4:12` yourself. The function around it is not async');
  });

  it('is the dry run as long as that shows something', async () => {
    write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
    write('a.js', MANUAL.replace('res.send', 'load(); res.send'));
    expect((await run(['report'])).out).toContain('Next: npx fire-task migrate --dry-run');
    await run(['migrate']);
    expect((await run(['report'])).out).toContain('Left for manual work');
  });
});
