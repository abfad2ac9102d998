import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import type { TSESTree } from '@typescript-eslint/types';
import type { ICruiseOptions, ICruiseResult } from 'dependency-cruiser';
import { cruise } from 'dependency-cruiser';
import extractConfiguration from 'dependency-cruiser/config-utl/extract-depcruise-config';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { globSync } from 'tinyglobby';
import { afterAll, describe, expect, it } from 'vitest';
import { isParseFailure, parse } from '../src/syntax/parse.ts';
import { CATALOG } from '../src/catalog/index.ts';
import { walk } from '../src/syntax/walk.ts';
import { sourceFrom } from './support/findings.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDERS = ['src', 'rules', 'codemods'];

/** Each broken rule as a sentence that says who imports what, and how to repair it. */
async function violationsIn(folder: string): Promise<string[]> {
  const { forbidden = [], options = {} } = await extractConfiguration(join(ROOT, '.dependency-cruiser.js'));
  const cruiseOptions: ICruiseOptions = { ...options, baseDir: folder, validate: true, ruleSet: { forbidden } };
  const { output } = await cruise(FOLDERS, cruiseOptions, undefined, {
    tsConfig: extractTsConfig(join(ROOT, 'tsconfig.json')),
  });
  const repairs = new Map(forbidden.map(({ name, comment }) => [name, comment]));
  return (output as ICruiseResult).summary.violations.map(
    ({ rule, from, to }) => `${rule.name}: ${from} imports ${to}. ${repairs.get(rule.name) ?? ''}`,
  );
}

it('imports point down only, without cycles, and packages stay where they belong', async () => {
  expect(await violationsIn(ROOT)).toEqual([]);
});

describe('the rules see', () => {
  const made: string[] = [];
  afterAll(() => {
    for (const folder of made) rmSync(folder, { recursive: true });
  });

  /** Rules broken by a small tree of files. */
  async function brokenBy(files: Record<string, string>): Promise<string[]> {
    const folder = mkdtempSync(join(tmpdir(), 'architecture-'));
    made.push(folder);
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({
        type: 'module',
        dependencies: {
          '@typescript-eslint/utils': '*',
          typescript: '*',
          jscodeshift: '*',
          'oxc-parser': '*',
          commander: '*',
        },
        devDependencies: { vitest: '*' },
      }),
    );
    for (const name of [...FOLDERS.map((top) => `${top}/empty.ts`), ...Object.keys(files)]) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), files[name] ?? 'export {};\n');
    }
    return (await violationsIn(folder)).map((sentence) => sentence.split(':', 1)[0] ?? sentence);
  }

  it.each<[string, Record<string, string>, string]>([
    [
      'an import upwards',
      { 'src/syntax/a.ts': "import '../findings/b.ts';", 'src/findings/b.ts': 'export {};' },
      'syntax-knows-only-what-is-beneath',
    ],
    [
      'a type imported upwards',
      {
        'src/values/a.ts': "import type { B } from '../findings/b.ts';\nexport type A = B;",
        'src/findings/b.ts': 'export type B = 1;',
      },
      'values-knows-only-what-is-beneath',
    ],
    [
      'an import sideways',
      { 'src/promises/a.ts': "import '../handlers/b.ts';", 'src/handlers/b.ts': 'export {};' },
      'promises-knows-only-what-is-beneath',
    ],
    [
      'a side door into reach/',
      { 'src/findings/a.ts': "import '../reach/walk.ts';", 'src/reach/walk.ts': 'export {};' },
      'reach-by-its-door',
    ],
    [
      'an import of reach/ by what recognises handlers',
      { 'src/handlers/a.ts': "import '../reach/index.ts';", 'src/reach/index.ts': 'export {};' },
      'handlers-knows-only-what-is-beneath',
    ],
    [
      'ownership that asks the oracle itself',
      { 'src/ownership/a.ts': "import '../promises/b.ts';", 'src/promises/b.ts': 'export {};' },
      'ownership-knows-only-what-is-beneath',
    ],
    [
      'ownership that asks for a form',
      {
        'src/ownership/a.ts': "import type { B } from '../findings/b.ts';\nexport type A = B;",
        'src/findings/b.ts': 'export type B = 1;',
      },
      'ownership-knows-only-what-is-beneath',
    ],
    [
      'ownership entered by another door',
      { 'src/findings/a.ts': "import '../ownership/b.ts';", 'src/ownership/b.ts': 'export {};' },
      'ownership-has-one-door',
    ],
    [
      'a face in a face',
      { 'rules/a.ts': "import '../src/cli/b.ts';", 'src/cli/b.ts': 'export {};' },
      'rules-knows-only-what-is-beneath',
    ],
    ['a cycle', { 'src/syntax/a.ts': "import './b.ts';", 'src/syntax/b.ts': "import './a.ts';" }, 'no-cycles'],
    [
      'the TypeScript compiler as a value',
      { 'src/promises/a.ts': "import ts from 'typescript';\nexport default ts.version;" },
      'no-typescript-no-eslint',
    ],
    [
      "the index of typescript-eslint's utils",
      { 'src/taken-in/a.ts': "export { ESLintUtils } from '@typescript-eslint/utils';" },
      'taken-in-by-the-narrow-door',
    ],
    [
      "typescript-eslint's utils outside of src/taken-in",
      { 'rules/a.ts': "export { RuleCreator } from '@typescript-eslint/utils/eslint-utils';" },
      'no-typescript-no-eslint',
    ],
    [
      'a second parser',
      { 'src/values/a.ts': "import { parseSync } from 'oxc-parser';\nexport { parseSync };" },
      'one-parser',
    ],
    [
      'jscodeshift in the analysis',
      { 'src/rewriting/a.ts': "import jscodeshift from 'jscodeshift';\nexport { jscodeshift };" },
      'jscodeshift-only-in-its-faces',
    ],
    [
      'the disk in the analysis',
      { 'src/findings/a.ts': "import { readFileSync } from 'node:fs';\nexport { readFileSync };" },
      'disk-only-in-project-and-command',
    ],
    [
      'a command library in a rule',
      { 'rules/a.ts': "import { Command } from 'commander';\nexport { Command };" },
      'only-the-command-speaks',
    ],
    [
      'the tracker used as code',
      { 'src/rewriting/a.ts': "import '../tracker/b.ts';", 'src/tracker/b.ts': 'export {};' },
      'tracker-is-a-text',
    ],
    [
      'a detector that asks the engine',
      { 'src/detect/a.ts': "import '../syntax/b.ts';", 'src/syntax/b.ts': 'export {};' },
      'detector-stands-alone',
    ],
    [
      'a command that begins to watch itself',
      { 'src/cli/a.ts': "import '../detect/b.ts';", 'src/detect/b.ts': 'export {};' },
      'detector-only-in-servers',
    ],
    [
      'a tracker that is not alone',
      { 'src/tracker/a.ts': "import '../syntax/b.ts';", 'src/syntax/b.ts': 'export {};' },
      'tracker-stands-alone',
    ],
    ['a package that users do not get', { 'src/values/a.ts': "import 'vitest';" }, 'declared-packages-only'],
    ['a file that is not there', { 'src/values/a.ts': "import './missing.ts';" }, 'resolvable'],
  ])('%s', async (_situation, files, rule) => {
    expect(await brokenBy(files)).toContain(rule);
  });

  it('nothing wrong in a type of the TypeScript compiler', async () => {
    expect(
      await brokenBy({
        'src/promises/a.ts': "import type ts from 'typescript';\nexport type Checker = ts.TypeChecker;",
      }),
    ).toEqual([]);
  });
});

/**
 * Names at module level that remember something. What is known of a project belongs to the workspace, what is found of a
 * file to its source; each of these is here for the reason beside it.
 */
const REMEMBERS: Readonly<Record<string, string>> = {
  'src/syntax/parse.ts oxc': 'the native parser, required at the first file that we parse ourselves',
  'src/syntax/counts.ts counts': 'how much work this process has done, which tests alone read',
  'src/detect/watch.ts shared': 'what watches this thread, which all copies of the detector must share',
  'src/cli/team-member.ts workspace': 'a face: the workspace of this thread',
  'src/cli/team-member.ts own': 'a face: what this thread was asked to begin with',
};

/** Collections, which are tables where they are written out or only read. */
const COLLECTION = /^(?:Map|Set|Array)$/;

/** @param everywhere - the text of all files that may change what this one exports */
function remembersIn(path: string, everywhere: string): string[] {
  const source = parse(path, readFileSync(join(ROOT, path), 'utf8'));
  if (isParseFailure(source)) throw new Error(`${path} does not parse.`);
  return source.ast.body.flatMap((statement) => {
    const exported = statement.type === 'ExportNamedDeclaration' ? statement.declaration : null;
    const declaration = exported ?? statement;
    if (declaration.type === 'ClassDeclaration') return staticsOf(declaration).map((name) => `${path} ${name}`);
    if (declaration.type !== 'VariableDeclaration' || declaration.declare) return [];
    return declaration.declarations.flatMap(({ id, init }) => {
      const name = source.text.slice(
        ...(id.type === 'Identifier' ? [id.range[0], id.range[0] + id.name.length] : id.range),
      );
      const remembers =
        declaration.kind !== 'const' ||
        isChanged(name, exported === null ? source.text : everywhere) ||
        isMade(init, source.text.slice(...id.range));
      return remembers ? [`${path} ${name}`] : [];
    });
  });
}

/** Fields of a class itself that may be written, or hold what remembers. */
function staticsOf({ id, body }: TSESTree.ClassDeclaration): string[] {
  return body.body.flatMap((member) => {
    if (member.type !== 'PropertyDefinition' || !member.static) return [];
    const name = 'name' in member.key ? member.key.name : '?';
    return member.readonly && !isMade(member.value, '') ? [] : [`${id?.name ?? ''}.${name}`];
  });
}

/** Whether code changes what a constant holds. */
function isChanged(name: string, text: string): boolean {
  const escaped = name.replace(/[^\w]/g, String.raw`\$&`);
  return new RegExp(
    String.raw`(?<![\w.])${escaped}(?:(?:\.\w+)*\.(?:set|add|delete|clear|push|pop|splice|shift|unshift)\(|(?:\.\w+|\[[^\]]+\])\s*(?:[-+*]?=(?![=>])|\+\+|--))|Object\.assign\(${escaped}\b`,
  ).test(text);
}

/** Whether a constant holds a new object that remembers: an instance, a workspace, or a collection that is no table. */
function isMade(init: TSESTree.Expression | null, declared: string): boolean {
  if (init?.type === 'ObjectExpression')
    return init.properties.some(
      (each) => each.type === 'Property' && isMade(each.value as TSESTree.Expression, declared),
    );
  if (init?.type === 'ArrayExpression')
    return init.elements.some((each) => isMade(each as TSESTree.Expression, declared));
  const callee = init?.type === 'NewExpression' || init?.type === 'CallExpression' ? init.callee : undefined;
  if (callee?.type !== 'Identifier') return false;
  if (init?.type === 'CallExpression') return callee.name.startsWith('create') && callee.name !== 'createRequire';
  if (!COLLECTION.test(callee.name)) return !/^(?:RegExp|TextDecoder|URL)$/.test(callee.name);
  return init?.type === 'NewExpression' && init.arguments.length === 0 && !declared.includes('Readonly');
}

describe('nothing is remembered at module level', () => {
  it('in src/, but for what is named here', () => {
    const paths = globSync('src/**/*.ts', {
      cwd: ROOT,
      ignore: ['src/tracker/**', 'src/catalog/index.ts', 'src/catalog/*/**'],
    });
    const everywhere = paths.map((path) => readFileSync(join(ROOT, path), 'utf8')).join('\n');
    expect(paths.flatMap((path) => remembersIn(path, everywhere)).sort()).toEqual(Object.keys(REMEMBERS).sort());
  });

  it.each([
    ['a variable', 'let last: string | undefined;', true],
    ['a map', 'const known = new Map<string, number>();', true],
    ['an exported one', 'export const known: Map<string, number> = new Map();', true],
    ['a weak one', 'const known = new WeakMap<object, number>([]);', true],
    ['a list that is added to', 'const all: string[] = [];\nexport function add(x: string) { all.push(x); }', true],
    ['a record that is written to', 'const state = { count: 0 };\nexport function up() { state.count += 1; }', true],
    ['an instance', "const recursion = new Recursion(['a']);", true],
    ['a map in a record', 'const state = { known: new Map<string, number>() };', true],
    ['a map in a record that is written to', 'const state = { known: OTHER };\nstate.known.set(1, 2);', true],
    ['a static field', 'export class Memory { static readonly known = new Map<string, number>(); }', true],
    ['a static variable', 'class Memory { static last = 0; }', true],
    ['a static constant', "class Memory { static readonly NAME = 'x'; readonly known = new Map(); }", false],
    ['a table', "const WORDS = new Set(['a', 'b']);", false],
    ['a memory in the workspace', 'const graphsOf = perWorkspace(() => new Map());', false],
    ['a memory with a source', 'const exportsOf = perSource(read);', false],
  ])('which sees %s', (_title, code, seen) => {
    const folder = mkdtempSync(join(ROOT, 'node_modules', '.state-'));
    try {
      writeFileSync(join(folder, 'a.ts'), code);
      expect(remembersIn(relative(ROOT, join(folder, 'a.ts')), code).length > 0).toBe(seen);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the engine names no framework', () => {
  const NAMES = new Set(CATALOG.flatMap(({ name, packages }) => [name, ...packages]));
  /** The same words for something else. */
  const OTHERWISE: Readonly<Record<string, string>> = {
    "src/cli/init/helper-files.ts: 'node'": 'a flavour of the helper',
    "src/cli/init/project.ts: 'node'": 'a flavour of the helper',
    "src/cli/init/manager.ts: 'bun'": 'a package manager',
    "src/cli/init/workflow.ts: 'bun'": 'a package manager',
    "src/cli/output/html/code.ts: 'del'": 'an element of HTML',
    "src/rewriting/drain/plan-drain.ts: 'node'": 'a flavour of the helper',
    "src/project/native-resolvers.ts: 'node'": 'a condition in `exports`',
    "src/syntax/compiled.ts: 'async'": "a compiler's helper",
    "src/values/calls.ts: 'async'": "a compiler's helper",
    "src/handlers/by-listener.ts: 'connect'": 'an event of a socket',
    "src/handlers/by-shape.ts: 'next'": 'a role of a parameter',
    "src/handlers/by-shape.ts: 'node'": 'a key of an object of our own',
    "src/cli/output/html/script.ts: 'h3'": 'a heading',
    "src/ownership/answers/responders.ts: 'next'": 'a parameter of middleware',
  };

  /** Texts in a file's code that are the name or a package of an entry; not names of properties. */
  function frameworksIn(path: string, text: string): string[] {
    const found = new Set<string>();
    walk(sourceFrom(text, path).ast, (node) => {
      if (node.type !== 'Literal' || typeof node.value !== 'string' || !NAMES.has(node.value)) return;
      const { parent } = node;
      if (parent.type === 'TSLiteralType' || (parent.type === 'BinaryExpression' && parent.operator === 'in')) return;
      found.add(`${path}: '${node.value}'`);
    });
    return [...found];
  }

  it('it asks the catalog: put the fact into an entry, and let the code ask for it', () => {
    const files = globSync(
      'src/{syntax,project,values,handlers,reach,promises,ownership,findings,tasks,rewriting,cli}/**/*.ts',
      { cwd: ROOT },
    );
    expect(files.length).toBeGreaterThan(150);
    const found = files.flatMap((file) => frameworksIn(file, readFileSync(join(ROOT, file), 'utf8')));
    expect(found.filter((place) => OTHERWISE[place] === undefined)).toEqual([]);
  });

  it('and the test sees one that does', () => {
    expect(frameworksIn('src/handlers/a.ts', "if (entry.name === 'express' || 'node' in entry) go();")).toEqual([
      "src/handlers/a.ts: 'express'",
    ]);
  });
});

it('a line of code has at most 120 columns, texts too, which Prettier does not break', () => {
  const folders = [...FOLDERS, 'tools', 'scripts'].map((folder) => `${folder}/**/*.{ts,js}`);
  const long = globSync(folders, { cwd: ROOT }).flatMap((path) =>
    readFileSync(join(ROOT, path), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        line.length <= 120 || /^\s*(?:\/\/|\/?\*)/.test(line) ? [] : [`${path}:${(index + 1).toString()}`],
      ),
  );
  expect(long).toEqual([]);
});
