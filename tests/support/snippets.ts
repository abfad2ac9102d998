import { join } from 'node:path';
import * as parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import ts from 'typescript';
import type { Fence } from './pages.ts';
import plugin from '../../src/index.ts';
import { renderShutdown, renderTracker } from '../../src/helper/injection.ts';
import { ROOT } from './pages.ts';

const TRACKER = ['fireTask', 'activeTasks', 'configureTasks', 'drainTasks', 'onTaskEvent', 'withTasks'];
const SHUTDOWN = ['drainOnShutdown', 'isDraining'];

/** What the examples take for granted, by name: each gets those that it uses but neither imports nor declares. */
const TAKEN_FOR_GRANTED: readonly [name: string, code: string][] = [
  ['pg', "import pg from 'pg';"],
  ['pool', 'const pool = new pg.Pool();'],
  ['express', "import express from 'express';"],
  ['app', 'const app = express();'],
  ['createServer', "import { createServer } from 'node:http';"],
  ['server', 'const server = createServer();'],
  ['admin', 'const admin = createServer();'],
  ...[
    'placeOrder',
    'sendReceipt',
    'executePipeline',
    'touchLastActive',
    'recordView',
    'execute',
    'markInterrupted',
    'audit',
  ].map((name): [string, string] => [
    name,
    `async function ${name}(...given: any[]): Promise<any> { await given; return given; }`,
  ]),
  [
    'findOrder',
    'async function findOrder(id: unknown): Promise<{ id: string }> { await id; return { id: String(id) }; }',
  ],
  ['createRun', 'function createRun(orgId: string): { id: string } { return { id: orgId }; }'],
  ...['run', 'database', 'handler', 'serve', 'promise', 'order', 'orgId'].map((name): [string, string] => [
    name,
    `declare const ${name}: any;`,
  ]),
];

/** Replacements, for sections whose heading tells more about what is available. */
const BY_HEADING: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Fastify: { app: "import fastify from 'fastify'; const app = fastify();" },
  NestJS: {
    app: "import { NestFactory } from '@nestjs/core'; class Shop {} const app = await NestFactory.create(Shop);",
  },
  'Hono on Node': {
    app: "import { Hono } from 'hono'; const app = new Hono();",
    serve: "import { serve } from '@hono/node-server';",
  },
};

/** A block with everything that it takes for granted above it, on one line. */
function completed({ text, heading }: Pick<Fence, 'text' | 'heading'>): string {
  const declared = (name: string): boolean =>
    new RegExp(`(?:import|const|let|function|class)\\s[^;=]*\\b${name}\\b`).test(text.replaceAll(/=>.*/g, ''));
  const used = (name: string, code: string): boolean => new RegExp(`(?<![.\\w'])${name}\\b(?!['\`:])`).test(code);
  const here = BY_HEADING[heading] ?? {};
  const lines: string[] = [];
  for (const [name, usual] of TAKEN_FOR_GRANTED.toReversed()) {
    if (used(name, text + lines.join('\n')) && !declared(name)) lines.unshift(here[name] ?? usual);
  }
  const importOf = (names: readonly string[], file: string): string[] => {
    const needed = names.filter((name) => used(name, text) && !declared(name));
    return needed.length === 0 ? [] : [`import { ${needed.join(', ')} } from './lib/${file}.js';`];
  };
  const head = [...importOf(TRACKER, 'fire-task'), ...importOf(SHUTDOWN, 'drain-on-shutdown'), ...lines];
  return `${head.join(' ')}\n${text}`;
}

export interface Reported {
  readonly ruleId: string | null;
  readonly messageId?: string;
  readonly message: string;
  readonly line: number;
}

/** What our rules, or one of them, report for a block in a package in `folder` that has the helper. */
export async function reportsOn(
  fence: Fence,
  folder: string,
  { rule, strict = false }: { rule?: string; strict?: boolean } = {},
): Promise<Reported[]> {
  const all = (strict ? plugin.configs.strict : plugin.configs.recommended).rules ?? {};
  const rules = rule === undefined ? all : { [`fire-task/${rule}`]: all[`fire-task/${rule}`] };
  const eslint = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [
      { files: ['**/*.ts'], languageOptions: { parser }, plugins: { 'fire-task': plugin }, rules: rules },
    ],
  });
  const [result] = await eslint.lintText(completed(fence), { filePath: join(folder, 'src/app.ts') });
  return (result?.messages ?? []) as Reported[];
}

/**
 * TypeScript's errors by block, with the injected helper and the packages installed here. Code that uses other packages
 * can't be checked.
 */
export function typeErrorsOf(fences: readonly Fence[]): Map<Fence, string[]> {
  const folder = join(ROOT, '.cache/docs');
  const helper = (flavour: string): string => join(folder, flavour, 'lib/fire-task.ts');
  const flavourOf = ({ text }: Fence): 'lambda' | 'node' => (text.includes('withTasks') ? 'lambda' : 'node');
  const pathOf = (fence: Fence): string =>
    join(folder, flavourOf(fence), `${fence.page.replaceAll('/', '-')}-${fence.line}.ts`);
  const texts = new Map([
    ...fences.map((fence): [string, string] => [pathOf(fence), `${completed(fence)}\nexport {};\n`]),
    ...(['lambda', 'node'] as const).map((flavour): [string, string] => [
      helper(flavour),
      renderTracker('ts', flavour),
    ]),
    [join(folder, 'node/lib/drain-on-shutdown.ts'), renderShutdown('ts', 'node', './fire-task.js')],
  ]);
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    noImplicitAny: false,
    skipLibCheck: true,
    noEmit: true,
    types: ['node'],
    esModuleInterop: true,
  };
  const host = ts.createCompilerHost(options);
  const onDisk = {
    fileExists: host.fileExists.bind(host),
    readFile: host.readFile.bind(host),
    getSourceFile: host.getSourceFile.bind(host),
  };
  host.directoryExists = (path) => path.startsWith(folder) || ts.sys.directoryExists(path);
  host.getCurrentDirectory = () => ROOT;
  host.fileExists = (path) => texts.has(path) || onDisk.fileExists(path);
  host.readFile = (path) => texts.get(path) ?? onDisk.readFile(path);
  host.getSourceFile = (path, version) => {
    const text = texts.get(path);
    return text === undefined ? onDisk.getSourceFile(path, version) : ts.createSourceFile(path, text, version);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  const NOT_INSTALLED = 2307;
  const UNKNOWN = 18_046;
  return new Map(
    fences.map((fence) => {
      const file = program.getSourceFile(pathOf(fence));
      const diagnostics = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].filter(
        ({ code, messageText }) =>
          !(code === NOT_INSTALLED && !/'\.\.?\//.test(ts.flattenDiagnosticMessageText(messageText, ' '))) &&
          !(code === UNKNOWN && fence.language === 'js'),
      );
      return [fence, diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))];
    }),
  );
}
