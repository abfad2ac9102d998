import { beforeAll, describe, expect, it } from 'vitest';
import { blocksOf } from '../support/blocks.ts';
import { onNode } from './support/nodes.ts';
import {
  expectMigration,
  found,
  FOUND,
  FOUND_BY_TYPES,
  PARSED_BY_TYPESCRIPT_ESLINT,
  TYPED,
  writeServer,
  writeSources,
} from './support/runs-in-typescript.ts';
import { type Scratch, scratch } from './support/scratch.ts';

const readme = blocksOf('typescript.md');
const UNTYPED_PLACES = ['10:3', '11:3'];
const TYPED_PLACES = [...UNTYPED_PLACES, '12:3'];
const eslint = (run: Scratch['run'], ...args: readonly string[]): ReturnType<Scratch['run']> =>
  run('node_modules/.bin/eslint', ['--format', 'json', ...args, 'src']);

/** The compiler has nothing to say of the server, and of our types, down to the last declaration. */
function expectCompiles({ run }: Pick<Scratch, 'run'>, compiler = 'node_modules/.bin/tsc'): void {
  expect(run(compiler, ['--project', '.'])).toMatchObject({ code: 0, out: '' });
}

describe.each([
  ['5.9', '9'],
  ['5.9', '10'],
  ['6.0', '9'],
  ['6.0', '10'],
])('TypeScript %s and ESLint %s', (typescript, version) => {
  const at = scratch(`typescript-${typescript}-${version}`);

  beforeAll(async () => {
    await writeServer(at, {
      typescript: `~${typescript}.0`,
      eslint: `^${version}.0.0`,
      'typescript-eslint': '^8.60.0',
    });
    at.must('npm', 'install', '--ignore-scripts');
  });

  it('are what is installed', () => {
    expect(at.must('node_modules/.bin/tsc', '--version')).toBe(`Version ${typescript}.3\n`);
    expect(at.must('node_modules/.bin/eslint', '--version')).toMatch(new RegExp(`^v${version}\\.`));
  });

  it('find without types', () => {
    at.write('eslint.config.js', PARSED_BY_TYPESCRIPT_ESLINT);
    expect(found(eslint(at.run))).toEqual(FOUND);
  });

  it('find more with types', () => {
    at.write('eslint.config.js', TYPED);
    expect(found(eslint(at.run))).toEqual(FOUND_BY_TYPES);
  });

  it('compile the published types', () => {
    expectCompiles(at);
  });

  it.each([
    ['without types', [], UNTYPED_PLACES],
    ['with types', ['--typed'], TYPED_PLACES],
  ])('migrate %s, and the server compiles then', (_, flags, places) => {
    writeSources(at);
    expectMigration(at, at.run, flags, places);
    expectCompiles(at);
  });

  it('load no TypeScript where no types are asked for', () => {
    at.run('rm', ['-r', 'src']);
    writeSources(at);
    at.write(
      'src/jobs.js',
      "import express from 'express';\nasync function run() {}\nexpress().post('/jobs', (req, res) => {\n  run();\n  res.end();\n});\n",
    );
    const trap = "throw new Error('TypeScript is loaded.');\n";
    at.write('node_modules/typescript/lib/typescript.js', trap);
    expect(at.run('node', ['-e', "require('typescript')"]).err).toContain('TypeScript is loaded.');
    at.write(
      'eslint.config.js',
      "import fireTask from 'eslint-plugin-fire-task';\nexport default [fireTask.configs.recommended];\n",
    );
    expect(found(eslint(at.run))).toEqual(["4:3 `run(…)` fireTask(run(), 'run')"]);
    at.run('rm', ['src/jobs.js']);
    expectMigration(at, at.run, [], UNTYPED_PLACES);
  });
});

describe.each([
  ['20.19', '9', '7'],
  ['22', '9', '8'],
  ['22', '10', '8'],
  ['24', '10', '8'],
])("TypeScript 7, on Node %s, ESLint %s and Babel's parser %s", (node, version, babel) => {
  const at = scratch(`typescript-7-${node}`);
  const run = onNode(at, node);

  beforeAll(async () => {
    await writeServer(at, {
      typescript: '^7.0.0',
      eslint: `^${version}.0.0`,
      '@babel/core': `^${babel}.0.0`,
      '@babel/eslint-parser': `^${babel}.0.0`,
      '@babel/preset-typescript': `^${babel}.0.0`,
    });
    at.must('npm', 'install', '--ignore-scripts');
    at.write('eslint.config.js', readme.file('eslint.config.js'));
  });

  it('are what is installed', () => {
    expect(run('node', ['--version']).out).toMatch(new RegExp(`^v${node.replace('.', '\\.')}\\.`));
    expect(at.must('node_modules/.bin/tsc', '--version')).toMatch(/^Version 7\./);
    expect(run('node_modules/.bin/eslint', ['--version']).out).toMatch(new RegExp(`^v${version}\\.`));
  });

  it('find what is found without types, with the same quick fixes', () => {
    expect(found(eslint(run))).toEqual(FOUND);
  });

  it('compile the published types', () => {
    expectCompiles(at);
  });

  it('migrate without types, by their ESLint configuration, and the server compiles then', () => {
    writeSources(at);
    expectMigration(at, run, [], UNTYPED_PLACES);
    expectCompiles(at);
    expect(found(eslint(run))).toEqual([]);
  });

  it('say in one sentence what --typed needs', () => {
    const { code, out, err } = run('fire-task', ['migrate', '--typed', '--check', 'src']);
    expect({ code, out, err }).toEqual({
      code: 2,
      out: '',
      err: `fire-task: --typed needs @typescript-eslint/parser and a TypeScript that it runs on (below 6.1) in the project, and ${at.folder} has no such parser: install both, or leave --typed out.\n`,
    });
  });

  it('say in one sentence what recommendedTypeChecked needs', () => {
    at.write('typed.config.js', readme.file('eslint.config.js').replace('.recommended,', '.recommendedTypeChecked,'));
    const { code, err } = eslint(run, '--config', 'typed.config.js');
    expect(code).toBe(2);
    expect(err).toMatch(
      /The option typed asks for type information, and the parser of \S+ gives none: use @typescript-eslint\/parser with languageOptions\.parserOptions\.projectService, or leave the option out\./,
    );
  });
});

describe('TypeScript 7 with a typescript-eslint that does not run on it', () => {
  const at = scratch('typescript-7-forced');

  beforeAll(async () => {
    await writeServer(at, { typescript: '^7.0.0', eslint: '^10.0.0', 'typescript-eslint': '^8.60.0' });
    at.must('npm', 'install', '--ignore-scripts', '--legacy-peer-deps');
  });

  it('says in one sentence what --typed needs, and why it is not there', () => {
    const { code, err } = at.run('fire-task', ['migrate', '--typed', '--check', 'src']);
    expect(code).toBe(2);
    expect(err.trimEnd().split('\n').at(-1)).toBe(
      'fire-task: --typed needs @typescript-eslint/parser and a TypeScript that it runs on (below 6.1) in the project, and the parser does not load: typescript-eslint does not support TS 7.0. Install such a TypeScript, or leave --typed out.',
    );
  });

  it('migrates without types', () => {
    expectMigration(at, at.run, [], UNTYPED_PLACES);
  });
});

describe('TypeScript 6 for ESLint, and TypeScript 7 beside it under another name', () => {
  const at = scratch('typescript-6-and-7');

  beforeAll(async () => {
    await writeServer(at, {
      typescript: '~6.0.0',
      'typescript-7': 'npm:typescript@^7.0.0',
      eslint: '^10.0.0',
      'typescript-eslint': '^8.60.0',
    });
    at.must('npm', 'install', '--ignore-scripts');
    at.write('eslint.config.js', TYPED);
  });

  it('find and migrate with types, and TypeScript 7 compiles', () => {
    expect(at.must('node', 'node_modules/typescript-7/bin/tsc', '--version')).toMatch(/^Version 7\./);
    expect(found(eslint(at.run))).toEqual(FOUND_BY_TYPES);
    expectMigration(at, at.run, ['--typed'], TYPED_PLACES);
    expectCompiles(at, 'node_modules/typescript-7/bin/tsc');
  });
});

describe('no TypeScript', () => {
  const at = scratch('no-typescript');

  beforeAll(async () => {
    await writeServer(at, { eslint: '^10.0.0' });
    at.must('npm', 'install', '--ignore-scripts');
    at.write(
      'eslint.config.js',
      "import fireTask from 'eslint-plugin-fire-task';\nexport default [fireTask.configs.recommended];\n",
    );
  });

  it('is in the folder of no package', () => {
    expect(at.must('find', '.', '-path', '*/node_modules/typescript')).toBe('');
  });

  it('finds in JavaScript by ESLint', () => {
    at.write(
      'src/jobs.js',
      "import express from 'express';\nimport { execute } from './pipeline.ts';\nexpress().post('/jobs', (req, res) => {\n  execute(req.body);\n  res.end();\n});\n",
    );
    expect(found(eslint(at.run))).toEqual(["4:3 `execute(…)` fireTask(execute(req.body), 'execute')"]);
    at.run('rm', ['src/jobs.js']);
  });

  it('finds and mends in TypeScript by the command', () => {
    expectMigration(at, at.run, [], UNTYPED_PLACES);
  });
});
