import { describe, expect, it } from 'vitest';
import { completeOptions } from '../../src/findings/options.ts';
import { isParseFailure, parse } from '../../src/syntax/parse.ts';
import { sandbox } from '../support/sandbox.ts';
import { inspect } from '../support/engine.ts';

const box = sandbox();

const inHandler = (body: string): string =>
  `import express from 'express';\nasync function run(x) { await x; }\nexpress().post('/', async (req, res) => {\n${body}\nrun(1);\nres.end();\n});\n`;

/** What chains code without a bracket. Given a hundred thousand of them, the parser ends its process. */
const CHAINS: readonly (readonly [title: string, code: (count: number) => string])[] = [
  ['a sum', (count) => `req.x = ${'1 + '.repeat(count)}1;`],
  ['a sum over lines', (count) => `req.x = ${'1 +\n'.repeat(count)}1;`],
  ['conditions', (count) => `req.x = ${'a ? b : '.repeat(count)}c;`],
  ['calls of results', (count) => `a${'.b()'.repeat(count)};`],
  ['assignments', (count) => `${'a = '.repeat(count)}b;`],
  ['else if', (count) => `${'if (a) b; else '.repeat(count)}c;`],
  ['statements in statements', (count) => `${'if (a)\n'.repeat(count)}c;`],
  ['arrow functions', (count) => `req.x = ${'a => '.repeat(count)}b;`],
  ['awaits', (count) => `${'await\n'.repeat(count)}b;`],
];

describe.each(CHAINS)('a hundred thousand links of %s', (_title, code) => {
  it('are a failure with a sentence, not the end of the process', () => {
    const result = parse('/virtual/chain.js', inHandler(code(100_000)));
    expect(isParseFailure(result) ? result.message : 'parsed').toBe('The code is nested too deeply to be analysed');
  }, 60_000);

  it('are read where they are few', () => {
    const result = parse('/virtual/chain.js', inHandler(code(100)));
    expect(
      isParseFailure(result) ? result.message : inspect(result, completeOptions({ reach: 'file' })).findings.length,
    ).toBe(1);
  });
});

it.each([
  ['an array of a hundred thousand', `req.x = [${'1, '.repeat(100_000)}];`],
  [
    'an object of a hundred thousand',
    `req.x = { ${Array.from({ length: 100_000 }, (_, index) => `k${index.toString()}: 1`).join(', ')} };`,
  ],
  ['ten thousand statements without semicolons', 'a = b + c\n'.repeat(10_000)],
  ['a regular expression of a megabyte', `req.x = /${'a?'.repeat(500_000)}/;`],
  ['a text of a megabyte that looks like code', `req.x = '${'1 + '.repeat(250_000)}';`],
  ['a comment that looks like code', `/* ${'((1 + '.repeat(100_000)} */`],
])(
  '%s is read to its end',
  (_title, code) => {
    const result = parse('/virtual/wide.js', inHandler(code));
    expect(
      isParseFailure(result) ? result.message : inspect(result, completeOptions({ reach: 'file' })).findings.length,
    ).toBe(1);
  },
  120_000,
);

it.each([
  [
    'thousands of names for one promise',
    `const p0 = run(2);\n${Array.from({ length: 4_000 }, (_, index) => `const p${(index + 1).toString()} = p${index.toString()};`).join('\n')}`,
  ],
  [
    'thousands of calls of which the first good one counts',
    `req.x = ${Array.from({ length: 4_000 }, (_, index) => `run(${index.toString()})`).join(' || ')};`,
  ],
])(
  '%s are followed as far as there is room, and what stands beside them is judged; or the file is left with a sentence',
  (_title, code) => {
    const result = parse('/virtual/followed.js', inHandler(code));
    // How much room there is for the scopes, before V8 has compiled them, differs from run to run.
    const said = isParseFailure(result)
      ? [result.message]
      : inspect(result, completeOptions({ reach: 'file' })).findings.map(({ node }) =>
          result.text.slice(...node.range),
        );
    expect(said).toContain(isParseFailure(result) ? 'The code is nested too deeply to be analysed' : 'run(1)');
  },
  60_000,
);

it('a file of fifty megabytes is left, with a sentence, and the rest goes on', async () => {
  box.write('package.json', '{ "type": "module", "dependencies": { "express": "5" } }');
  box.write('src/a.js', inHandler(''));
  box.write('src/huge.js', `export const text = '${'x'.repeat(50_000_000)}';\n`);
  const { code, err } = await box.run(['migrate', '--force', 'src', 'src/huge.js']);
  expect(code).toBe(1);
  expect(err).toContain(
    'src/huge.js:1:1  The file does not parse: The file is too large to be analysed: leave it out.',
  );
  expect(box.read('src/a.js')).toContain("fireTask(run(1), 'run')");
}, 120_000);
