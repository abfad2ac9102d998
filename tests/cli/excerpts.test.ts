import { describe, expect, it } from 'vitest';
import { sandbox } from '../support/sandbox.ts';

const { run, write } = sandbox();

/** The fences in the Markdown report on one handler with this `body`. */
async function fences(command: string, body: readonly string[], lineBreak = '\n'): Promise<string[]> {
  write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
  const lines = [
    "import express from 'express';",
    'async function run() {}',
    '',
    "express().post('/runs', (req, res) => {",
    ...body.map((line) => `  ${line}`),
    '',
    '  res.end();',
    '});',
    '',
  ];
  write('src/app.js', lines.join(lineBreak));
  const { out } = await run([...command.split(' '), '--format', 'markdown', 'src']);
  return [...out.matchAll(/```\w+\n([^]*?)\n```/g)].map(([, code = '']) => code);
}

const steps = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `  await step(${index.toString()});`);

describe('the lines around a finding', () => {
  it('are whole lines with two before and after, without empty ones at the rim and the indentation that they share', async () => {
    expect(await fences('report', ['', 'run();'])).toEqual([
      "express().post('/runs', (req, res) => {\n  \n  run();\n\n  res.end();",
    ]);
    expect(await fences('report', ['', '', 'run();', 'log();'])).toEqual(['run();\nlog();']);
    expect(await fences('migrate --dry-run', ['run();'])).toEqual([
      " express().post('/runs', (req, res) => {\n-  run();\n+  fireTask(run(), 'run');\n \n   res.end();",
    ]);
  });

  it('are the same in a file of Windows', async () => {
    expect(await fences('migrate --dry-run', ['req.log();', 'run();'], '\r\n')).toEqual([
      " express().post('/runs', (req, res) => {\n   req.log();\n-  run();\n+  fireTask(run(), 'run');\n \n   res.end();",
    ]);
  });

  it('leave out what a long rewrite does not change', async () => {
    const [code = ''] = await fences('migrate --dry-run', ['(async () => {', ...steps(20), '})();']);
    expect(code).toContain(
      '+  fireTask(async () => {\n     await step(0);\n     await step(1);\n@@ 16 lines @@\n     await step(18);\n     await step(19);\n-  })();\n',
    );
  });

  it('leave out the middle of what is long and not rewritten', async () => {
    const [code = ''] = await fences('report', ['(async () => {', ...steps(20), '})();']);
    expect(code).toContain('    await step(5);\n… 14 lines\n  })();\n');
    expect(code.split('\n')).toHaveLength(12);
  });
});
