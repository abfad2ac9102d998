import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { completeOptions } from '../../src/findings/options.ts';
import { isParseFailure, parse } from '../../src/syntax/parse.ts';
import { sourceFrom } from '../support/findings.ts';
import { inspect } from '../support/engine.ts';

const HEAD = "import express from 'express';\nasync function run(x) { await x; }\n";
const inHandler = (body: string): string =>
  `${HEAD}express().post('/', async (req, res) => {\n${body}\nres.end();\n});\n`;
const times = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** Code of a size, and how many findings it has. */
const SHAPES: readonly (readonly [
  title: string,
  size: number,
  code: (size: number) => string,
  findings: (size: number) => number,
])[] = [
  ['calls', 10_000, (size) => inHandler(times(size, (index) => `run(${index.toString()});`)), (size) => size],
  ['calls of nobody knows what', 10_000, (size) => inHandler(times(size, () => 'mystery(req.body);')), () => 0],
  [
    'functions that call each other',
    2_000,
    (size) =>
      `${HEAD}${times(size, (index) => `async function f${index.toString()}(x) { if (x) f${((index + 1) % size).toString()}(x - 1); await g${index.toString()}(x); }\nfunction g${index.toString()}(x) { return f${((index * 7 + 3) % size).toString()}(x); }`)}\nexpress().post('/', (req, res) => { f0(1); res.end(); });`,
    (size) => size + 1,
  ],
  [
    'functions that return what others return, as those of a parser do',
    1_000,
    (size) =>
      `${HEAD}${times(size, (index) => `function f${index.toString()}(x) { ${[1, 2, 3, 5].map((step) => `if (x === ${step.toString()}) return f${((index + step) % size).toString()}(x);`).join(' ')} }`)}\nexpress().post('/', (req, res) => { f0(1); const p = f1(1); res.end(); });`,
    () => 0,
  ],
  [
    'functions that each call all others, after a launch',
    6_400,
    (size) =>
      `${HEAD}${times(Math.sqrt(size), (index) => `function f${index.toString()}() { ${times(Math.sqrt(size), (other) => `f${other.toString()}();`)} }`)}\nexpress().post('/', (req, res) => { run(1).then(() => f0()); res.end(); });`,
    () => 1,
  ],
  [
    'functions that each call all others, from a listener to rejections',
    6_400,
    (size) =>
      `${HEAD}${times(Math.sqrt(size), (index) => `function f${index.toString()}() { ${times(Math.sqrt(size), (other) => `f${other.toString()}();`)} }`)}\nprocess.on('unhandledRejection', () => f0());\n${times(40, (index) => `express().post('/${index.toString()}', (req, res) => { run(1); res.end(); });`)}`,
    () => 40,
  ],
  [
    'methods that call each other',
    2_000,
    (size) =>
      `${HEAD}class A { ${times(size, (index) => `async m${index.toString()}() { await x; this.m${((index + 1) % size).toString()}(); }`)} }\nexpress().post('/', (req, res) => { new A().m0(); res.end(); });`,
    (size) => size + 1,
  ],
  [
    'variables',
    4_000,
    (size) =>
      inHandler(
        `${times(size, (index) => `const p${index.toString()} = run(${index.toString()});`)}\nawait Promise.all([${times(size, (index) => `p${index.toString()},`)}]);`,
      ),
    () => 0,
  ],
  [
    'reads of one variable',
    4_000,
    (size) => inHandler(`const p = run(1);\n${times(size, () => 'p.catch(() => {});')}`),
    () => 1,
  ],
  [
    'aliases of aliases',
    4_000,
    (size) =>
      inHandler(
        `const a0 = run;\n${times(size, (index) => `const a${(index + 1).toString()} = a${index.toString()};`)}\na${size.toString()}(1);`,
      ),
    () => 0,
  ],
  [
    'blocks in blocks',
    1_000,
    (size) => inHandler(`${'if (req.x) {\n'.repeat(size)}run(1);${'}'.repeat(size)}`),
    () => 1,
  ],
];

/** Processor time of the analysis, in microseconds: the best of several, as the machine does other things, too. */
function costOf(code: string): number {
  const costs = [1, 2, 3, 4].map((round) => {
    const source = sourceFrom(code, `/virtual/scale-${round.toString()}.js`);
    const begun = process.cpuUsage();
    inspect(source, completeOptions({ reach: 'file', strict: true }));
    const { user, system } = process.cpuUsage(begun);
    return user + system;
  });
  return Math.min(...costs);
}

describe.each(SHAPES)('a file with very many %s', (_title, size, code, findings) => {
  it('is analysed to its end', () => {
    expect(
      inspect(sourceFrom(code(size), '/virtual/scale.js'), completeOptions({ reach: 'file', strict: true })).findings,
    ).toHaveLength(findings(size));
  });

  it('takes time by its size: eight times the code, less than half of what the square would take', () => {
    // What is measured in a few milliseconds says nothing about growth.
    const small = Math.max(costOf(code(size / 8)), 5_000);
    // The square would be 64; linear code reached 3.1 times its share on a busy machine.
    expect(costOf(code(size)) / small).toBeLessThan(32);
  });
});

it('a real bundle of nine megabytes costs less than three times its parsing', () => {
  const text = `const express = require('express');\nexpress().post('/', (req, res) => { ts.transpile(req.body); res.end(); });\n${readFileSync(fileURLToPath(import.meta.resolve('typescript')), 'utf8')}`;
  const cost = (work: () => void): number => {
    const begun = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(begun);
    return user + system;
  };
  let source = sourceFrom('');
  const parsing = cost(() => {
    source = sourceFrom(text, '/virtual/bundle.js');
  });
  expect(text.length).toBeGreaterThan(5_000_000);
  expect(cost(() => inspect(source, completeOptions({ reach: 'file' }))) / parsing).toBeLessThan(3);
}, 60_000);

// 3,000 functions in one another end the process when the parser is given them.
it.each([3_000, 100_000])(
  'code nested too deeply for any analysis is a failure with a sentence, not a crash (%i)',
  (depth) => {
    const result = parse('/virtual/deep.js', inHandler(`${'run(function () {\n'.repeat(depth)}${'});'.repeat(depth)}`));
    expect(isParseFailure(result) ? result.message : 'parsed').toBe('The code is nested too deeply to be analysed');
  },
);
