import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Source } from '../../src/syntax/source.ts';
import { parse } from '../../src/syntax/parse.ts';
import { childrenOf, walk } from '../../src/syntax/walk.ts';
import { sourceFrom } from '../support/findings.ts';

interface Example {
  name: string;
  code: string;
  lines?: number[];
  options: string;
  messages?: string[];
}
interface Pin {
  name: string;
  repository: string;
  commit: string;
  paths: string[];
}
interface Scripts {
  biomeCases: (folder: string, path: string) => Example[];
  differences: (expected: { lines?: number[] }, found: object[]) => object[];
  REASONS: { id: string }[];
  ruffCases: (folder: string, paths: string[]) => Example[];
  ruleTesterCases: (folder: string, path: string, tools: object) => { cases: Example[]; skipped: number };
  inFunctions: (source: Source) => string;
  typedSource: (path: string, text: string, tools: object) => Source;
  take: (pin: Pin, mirror: string) => string;
}

/** Scripts are plain JavaScript, without declarations. */
const modules = await Promise.all(
  ['biome', 'compare', 'reasons', 'ruff', 'rule-tester', 'sources', 'take'].map(
    (name) => import(new URL(`../../scripts/oracle/${name}.js`, import.meta.url).href) as Promise<object>,
  ),
);
const { biomeCases, differences, REASONS, ruffCases, ruleTesterCases, inFunctions, typedSource, take } = Object.assign(
  {},
  ...modules,
) as Scripts;

const folder = mkdtempSync(join(tmpdir(), 'fire-task-oracle-test-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe('extractors', () => {
  it('read the cases of a RuleTester without running it', () => {
    write(
      'suite.test.ts',
      `
      ruleTester.run('x', rule, {
        valid: ['await run();', { code: \`void run();\`, options: [{ ignoreVoid: true }] }, dedent\`
          if (x) {
            await run();
          }
        \`, \`a \${b}\`],
        invalid: [
          { code: 'run();', errors: [{ messageId: 'floating', line: 1 }] },
          { code: test('run()'), errors: [{ messageId: 'floating' }] },
        ],
      });`,
    );
    const { cases, skipped } = ruleTesterCases(folder, 'suite.test.ts', {
      parse,
      walk,
      wrap: (code: string) => `test(${code})`,
    });
    expect(skipped).toBe(1);
    expect(cases).toMatchObject([
      { code: 'await run();', lines: [], options: '' },
      { code: 'void run();', lines: [], options: '[{ ignoreVoid: true }]' },
      { code: 'if (x) {\n  await run();\n}', lines: [] },
      { code: 'run();', lines: [1], messages: ['floating'] },
      { code: 'test(run())', lines: undefined },
    ]);
  });

  it('read snapshots of Biome beside their files', () => {
    write('specs/a/index.ts', 'run();\n\nrun();\n');
    write(
      'specs/a/index.ts.snap',
      '# Diagnostics\n```\nindex.ts:1:1 lint/nursery/noFloatingPromises ━━\n```\nindex.ts:3:1 lint/nursery/noFloatingPromises  FIXABLE  ━━\n',
    );
    write('specs/a/none.ts', '');
    expect(biomeCases(folder, 'specs')).toMatchObject([{ name: 'a/index.ts', lines: [1, 3] }]);
  });

  it('write Python line by line in JavaScript', () => {
    write(
      'x.py',
      'import asyncio\n\n\n# Error\ndef f():\n    asyncio.create_task(run())  # Error\n\n\nasync def f(x: int):\n    if x > 0:\n        task = asyncio.create_task(run())\n    else:\n        task = None\n    await task\n',
    );
    write('x.snap', 'RUF006 Store a reference\n --> RUF006.py:6:5\n');
    const [example] = ruffCases(folder, ['x.py', 'x.snap']);
    expect(example?.lines).toEqual([6]);
    const lines = example?.code.split('\n') ?? [];
    expect(lines[5]).toBe('make_task(run());');
    expect(lines.slice(8).filter((line) => line !== '')).toEqual([
      '}async function f2(x) {',
      'if (x > 0) {',
      'var task = make_task(run());',
      '}else {',
      'task = null;',
      '}await task;',
      '}',
    ]);
    expect('message' in parse('/x.js', example?.code ?? '(')).toBe(false);
  });
});

it('what runs at the top of a module is put into functions, line by line', () => {
  const code = "import { run } from './run';\nrun();\nif (x) {\n  run();\n}\nconst p = run();\nrun();\n";
  expect(inFunctions(sourceFrom(code))).toBe(
    "import { run } from './run';\nasync function $case0() { run();\nif (x) {\n  run();\n} }\nconst p = run();\nasync function $case2() { run(); }\n",
  );
});

it('types are built for a file that is not on the disk', () => {
  const source = typedSource('/virtual/x.ts', 'declare const p: Promise<number>; p;', { childrenOf, walk });
  expect(source.types).toHaveProperty('program');
});

describe('differences', () => {
  const found = (line: number) => ({ line, form: 'floating' });
  it('are counted by line', () => {
    expect(differences({ lines: [1, 2] }, [found(2), found(3), found(3)])).toEqual([
      { kind: 'extra', line: 3, finding: found(3) },
      { kind: 'missing', line: 1 },
    ]);
  });
  it('or by case, where no line is named', () => {
    expect(differences({}, [found(7)])).toEqual([]);
    expect(differences({}, [])).toEqual([{ kind: 'missing', line: undefined }]);
  });
  it('have reasons with a name of their own', () => {
    expect(new Set(REASONS.map(({ id }) => id)).size).toBe(REASONS.length);
  });
});

describe('the command', () => {
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/oracle.js', ...args], {
      encoding: 'utf8',
      env: { ...process.env, XDG_CACHE_HOME: join(folder, 'cache') },
    });

  it('says which suite could not be had, and what to do', () => {
    const { status, stderr } = run('--suite', 'Ruff', '--mirror', join(folder, 'nothing', '{owner}'));
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^oracle: astral-sh\/ruff at [0-9a-f]{9} could not be taken from .* Check the network, or name another place with --mirror\./,
    );
  });

  it('takes the paths of a commit out of a clone', () => {
    const clone = join(folder, 'clones/acme/suite');
    write('clones/acme/suite/a/x.py', 'def f(): pass\n');
    write('clones/acme/suite/b.py', '');
    const git = (...args: string[]): string =>
      execFileSync('git', ['-C', clone, '-c', 'user.name=x', '-c', 'user.email=x@example.org', ...args], {
        encoding: 'utf8',
      }).trim();
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '-m', 'x');
    vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
    const taken = take(
      { name: 'x', repository: 'acme/suite', commit: git('rev-parse', 'HEAD'), paths: ['a'] },
      join(folder, 'clones/{owner}/{name}'),
    );
    expect(readFileSync(join(taken, 'a/x.py'), 'utf8')).toBe('def f(): pass\n');
    expect(existsSync(join(taken, 'b.py'))).toBe(false);
  });
});
