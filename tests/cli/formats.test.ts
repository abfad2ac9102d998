import { describe, expect, it } from 'vitest';
import { sandbox } from '../support/sandbox.ts';

const box = sandbox();
const { run, project, write, read } = box;

/** One of each outcome besides the shop's four rewrites: left for a person, opted out, failed. */
function shop(): void {
  project('shop-ts');
  write(
    'src/number.ts',
    "import express from 'express';\nasync function load() { return 1; }\nexpress().get('/n', (req, res) => {\n  res.json(load());\n});\n",
  );
  write(
    'src/orders/cancel.ts',
    read('src/orders/cancel.ts').replace(
      '  void',
      '  // eslint-disable-next-line fire-task/no-untracked-promises -- the refund service retries\n  void',
    ),
  );
  write('src/broken.ts', 'export const = 1;\n');
}

/** A route, a callee and surrounding code that could break out of the format that they are written into. */
function hostile(): void {
  write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
  write(
    'src/app.js',
    "import express from 'express';\nasync function send(to) { await to; }\nexpress().post('/a|b`c</script><img src=x onerror=alert(1)>@owner\"', (req, res) => {\n  // ``` </pre></code><script>alert(2)</script> \u202E\n  send(`</script><img onerror=\"alert(3)\">|`);\n  res.end();\n});\n",
  );
}

describe('--format', () => {
  it('is json for --json, and the two exclude each other', async () => {
    project('shop-ts');
    expect(await run(['report', '--format', 'json', 'src'])).toEqual(await run(['report', '--json', 'src']));
    const { code, err } = await run(['report', '--json', '--format', 'html', 'src']);
    expect(code).toBe(2);
    expect(err).toContain("'--json' cannot be used with option '--format");
    expect((await run(['report', '--format', 'pdf', 'src'])).err).toContain(
      'Allowed choices are text, json, markdown, html, github',
    );
  });

  it.each(['markdown', 'html'])(
    '%s is all of the standard output; what failed is said on the standard error, too',
    async (format) => {
      shop();
      const { code, out, err } = await run(['migrate', '--dry-run', '--format', format, 'src']);
      expect(code).toBe(1);
      expect(out).toMatch(
        format === 'html' ? /^<!DOCTYPE html>[^]*<\/html>$/ : /^# 3 findings would be rewritten in 3 files\n/,
      );
      expect(err).toMatch(
        /^1 file failed and was left as it was:\n {2}src\/broken\.ts:1:14 {2}The file does not parse: /,
      );
    },
  );

  it.each(['markdown', 'html'])('%s is the same for the same code', async (format) => {
    shop();
    const first = await run(['migrate', '--dry-run', '--format', format, 'src']);
    expect(await run(['migrate', '--dry-run', '--format', format, 'src'])).toEqual(first);
    expect(first.out).not.toContain(box.folder);
  });
});

describe('migrate --format markdown', () => {
  it('says by route what was launched, how, and what was done, with the lines before and after', async () => {
    project('shop-ts');
    const { out } = await run(['migrate', '--format', 'markdown', 'src']);
    expect(out).toContain(`### \`DELETE /orders/:id\`

express · request handler, known by the call that registers it · 1 finding

#### Rewritten: \`refund\` at \`src/orders/cancel.ts:5:3\`

- **Launched:** called, and its promise discarded with \`void\` (\`voided\`)
- **Reached:** in the handler itself (sure)
- **Evidence:** known from its declaration in another file: returns a promise at refund.ts:1
- **Change:** Passed to \`fireTask\`, which holds, names and drains it.

\`\`\`diff
 export const cancel = (req: Request, res: Response) => {
-  void refund(req.params.id);
+  fireTask(refund(req.params.id), \`refund:\${req.params.id}\`);
   res.sendStatus(202);
 };
\`\`\``);
    expect(out).toContain('- **Reached:** `placeOrder` → `notifyWarehouse` (sure)');
    expect(out).toContain('- Added the helper `src/lib/fire-task.ts`; the files that use it import it.');
    expect(out).toContain(
      '### Nothing waits for the tasks at shutdown yet\n\n- [ ] `.`: No place was found where a server starts: ',
    );
    expect(out).toContain('- [ ] Format, lint, type-check and test.');
    expect(read('src/orders/cancel.ts')).toContain('fireTask(refund');
  });

  it('lists what a person must look at, and every outcome with its count', async () => {
    shop();
    const { out } = await run(['migrate', '--dry-run', '--format', 'markdown', 'src']);
    expect(out).toContain(
      '| Would be rewritten | 3 |\n| Needs manual work | 1 |\n| Opted out | 1 |\n| Failed files | 1 |',
    );
    expect(out).toMatch(
      /### Failed files\n\n- \[ \] `src\/broken\.ts:1:14`, left as it was\. The file does not parse: /,
    );
    expect(out).toContain(
      '### Left as they are\n\n- The function around it is not async: make it async and await the call, or return the promise.\n  - [ ] `load` at `src/number.ts:4:12`',
    );
    expect(out).toContain('#### Opted out: `refund`');
    expect(out).toContain('- **Change:** None: an `eslint-disable` comment marks it as intended.');
  });

  it('shows how the server is made to wait for its tasks', async () => {
    project('shop-ts');
    write(
      'src/main.ts',
      "import { app } from './app.js';\n\nconst port = 3000;\n\n// Behind a proxy.\n\napp.listen(port);\n",
    );
    expect((await run(['migrate', '--dry-run', '--format', 'markdown', 'src'])).out).toContain(`## Shutdown

\`src/main.ts:7\`: \`drainOnShutdown\` of the helper would wait for the tasks when the server is told to stop.

\`\`\`diff
 import { app } from './app.js';
+import { drainOnShutdown } from './lib/drain-on-shutdown.js';
 
 const port = 3000;
@@ 1 line @@
 // Behind a proxy.
 
-app.listen(port);
+drainOnShutdown(app.listen(port));
\`\`\``);
    expect((await run(['migrate', '--format', 'html', 'src'])).out).toContain(
      '<p><code class="word">drainOnShutdown</code> of the helper waits for the tasks when the server is told to stop.</p>',
    );
  });

  it('shows hostile code as code', async () => {
    hostile();
    const { out } = await run(['migrate', '--dry-run', '--format', 'markdown', 'src']);
    expect(out).toContain('### ``POST /a|b`c</script><img src=x onerror=alert(1)>@owner"``');
    expect(out).toMatch(
      /\n````diff\n(?:(?!\n````\n?)[^])*\/\/ ``` <\/pre><\/code><script>(?:(?!\n````\n?)[^])*\n````$/,
    );
  });
});

describe('report --format', () => {
  it('markdown says what the rule says, with the code as it is', async () => {
    project('shop-ts');
    const { code, out } = await run(['report', '--format', 'markdown', 'src/orders/cancel.ts']);
    expect(code).toBe(1);
    expect(out).toMatch(/^# 1 untracked promise in 1 route\n/);
    expect(out).toContain(
      '- **The rule says:** `void` hides the promise of `refund(…)`, launched by `DELETE /orders/:id`',
    );
    expect(out).toContain('```ts\nexport const cancel');
  });

  it('html lists the unknown calls that are asked for', async () => {
    write('package.json', '{ "dependencies": { "express": "5" } }');
    write(
      'app.js',
      "import express from 'express';\nexpress().post('/', (req, res) => {\n  mystery.send(req);\n  res.end();\n});\n",
    );
    const { out } = await run(['report', '--unknown', '--format', 'html']);
    expect(out).toContain('<h1>No untracked promise</h1>');
    expect(out).toContain(
      '<li><code class="word">mystery.send</code> <span class="place"><code class="word">app.js:3:3</code></span></li>',
    );
    expect((await run(['report', '--format', 'html'])).out).not.toContain('mystery');
  });

  it('migrate --check prints it, too', async () => {
    project('shop-ts');
    expect(await run(['migrate', '--check', '--format', 'html', 'src'])).toEqual(
      await run(['report', '--format', 'html', 'src']),
    );
  });
});

describe('migrate --format html', () => {
  it('tells every finding with its outcome, and its lines before and after', async () => {
    shop();
    const { out } = await run(['migrate', '--dry-run', '--format', 'html', 'src']);
    const sites = [
      ...out.matchAll(
        /<article class="site" id="finding-\d+" data-outcome="(\w+)" data-form="(\w+)" data-framework="(\w+)"/g,
      ),
    ].map(([, ...values]) => values.join(' '));
    expect(sites.sort()).toEqual([
      'left answered express',
      'meant voided express',
      'planned caught express',
      'planned floating express',
      'planned floating express',
    ]);
    expect(out).toContain(
      '<del class="line gone"><span class="number">7</span><span class="mark">-</span><span class="text">  audit.record(&#39;notified&#39;);\n</span></del>',
    );
    expect(out).toContain(
      '<ins class="line come"><span class="number"></span><span class="mark">+</span><span class="text">  <span class="changed">fireTask(</span>audit.record(&#39;notified&#39;)<span class="changed">, &#39;audit.record&#39;)</span>;\n</span></ins>',
    );
    expect(out).toContain('<span class="line here"><span class="number">4</span><span class="mark">&gt;</span>');
  });

  it('loads nothing, and lets no script run but its own', async () => {
    shop();
    const { out } = await run(['migrate', '--dry-run', '--format', 'html', 'src']);
    expect(out).toMatch(
      /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'">/,
    );
    expect(out).not.toMatch(/\b(?:src|action|srcset)=|href="(?!#)|url\(|@import|<link|style=|\son\w+=|https?:/);
    expect(out).toMatch(/^[\n\t\x20-\x7E]*$/);
  });

  it('shows hostile code as text', async () => {
    hostile();
    const { out } = await run(['migrate', '--dry-run', '--format', 'html', 'src']);
    expect(out.match(/<\/?script\b/g)).toEqual(['<script', '</script']);
    expect(out).not.toMatch(/<img|<\/pre><\/code>/);
    expect(out).toContain('POST /a|b`c&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;@owner&quot;');
    expect(out).toContain('&lt;/pre&gt;&lt;/code&gt;&lt;script&gt;alert(2)&lt;/script&gt; &#x202E;');
  });
});
