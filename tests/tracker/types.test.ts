import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ESLint, type Linter } from 'eslint';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import { afterAll, describe, expect, it } from 'vitest';
import { renderShutdown, renderTracker } from '../../src/helper/injection.ts';

const folder = mkdtempSync(join(tmpdir(), 'fire-task-types-'));
const helper = join(folder, 'fire-task.ts');
const strictest = {
  target: 'ES2022',
  module: 'nodenext',
  lib: ['ES2022', 'DOM'],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  isolatedDeclarations: true,
  declaration: true,
  isolatedModules: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  noImplicitOverride: true,
  noPropertyAccessFromIndexSignature: true,
  noImplicitReturns: true,
  erasableSyntaxOnly: true,
  outDir: 'out',
};

/** As a user calls it. The comments name the rule that is to report the line below. */
const USE = `import { createServer } from 'node:http';
import express from 'express';
import { serve } from '@hono/node-server';
import fastify from 'fastify';
import Koa from 'koa';
import { Hono } from 'hono';
import { createSecureServer } from 'node:http2';
import { NestFactory } from '@nestjs/core';
import { drainOnShutdown, isDraining } from './drain-on-shutdown.js';
import { activeTasks, configureTasks, drainTasks, fireTask, onTaskEvent } from './fire-task.js';

/** As the types of ws have it. */
declare const wss: { clients: Set<{ close(code?: number, data?: string): void }>; close(done?: (error?: Error) => void): void };
interface Jobs { run(id: string): Promise<number>; maybe?: (id: string) => Promise<number> | undefined; either(id: string): ReturnType<() => void> | Promise<number>; orText(id: string): string | Promise<number> }

export async function use(jobs: Jobs, context: { waitUntil(work: Promise<unknown>): void }): Promise<void> {
  fireTask(jobs.run('1'), 'run');
  fireTask(jobs.maybe?.('1'), 'maybe');
  fireTask(jobs.either('1'), 'either');
  fireTask(jobs.orText('1'), 'orText');
  fireTask(async ({ signal, name }) => { await fetch(\`/\${name}\`, { signal }); }, 'fetch', { onError: (error, task) => { console.log(error, task.ageMs); } });
  fireTask(() => 1, 'synchronous', { signal: AbortSignal.timeout(1000) });
  // await-thenable
  await fireTask(jobs.run('1'), 'run');
  // no-floating-promises
  jobs.run('1');
  // no-floating-promises
  drainTasks();
  const { drained, left } = await drainTasks({ timeoutMs: 1000, until: jobs.run('1') });
  console.log(drained, left.map(({ name }) => name), activeTasks().length);
  configureTasks({ waitUntil: (settled) => { context.waitUntil(settled); }, stallAfterMs: undefined });
  const leave = onTaskEvent(async (type, task) => { await jobs.run(\`\${type} \${task.name}\`); });
  leave();
  drainOnShutdown();
  drainOnShutdown(createServer());
  drainOnShutdown(express().listen(0), { signals: ['SIGTERM'], timeoutMs: 1000, exit: false });
  drainOnShutdown(new Koa().listen(0));
  drainOnShutdown(fastify());
  drainOnShutdown([createServer(), fastify()], { then: () => jobs.run('1'), delayMs: 1, connectionsMs: 0 });
  drainOnShutdown(serve({ fetch: new Hono().fetch }));
  drainOnShutdown([createSecureServer(), wss], { delayMs: 10, connectionsMs: 0 });
  const { done, undo } = drainOnShutdown(await NestFactory.create(Koa), { then: () => jobs.run('last'), onCrash: 'drain' });
  undo();
  console.log(isDraining(), (await done).drained);
}
`;

writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
writeFileSync(
  join(folder, 'tsconfig.json'),
  JSON.stringify({ compilerOptions: { ...strictest, types: ['node'], skipLibCheck: true }, include: ['*.ts'] }),
);
writeFileSync(helper, renderTracker('ts', 'node'));
writeFileSync(join(folder, 'drain-on-shutdown.ts'), renderShutdown('ts', 'node', './fire-task.js'));
writeFileSync(join(folder, 'use.ts'), USE);
symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(folder, 'node_modules'), 'junction');
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function complaints(file: string, settings: object): string[] {
  const { options, errors } = ts.convertCompilerOptionsFromJson(settings, folder);
  expect(errors).toEqual([]);
  const program = ts.createProgram([join(folder, file)], options);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('the helper in TypeScript', () => {
  it('type-checks under the strictest options, without the types of Node', () => {
    expect(complaints('fire-task.ts', strictest)).toEqual([]);
  });

  it('type-checks with the types of Node alone', () => {
    expect(complaints('fire-task.ts', { ...strictest, lib: ['ES2022'], types: ['node'], skipLibCheck: true })).toEqual(
      [],
    );
  });

  it('type-checks with what ends the process beside it', () => {
    const withNode = { ...strictest, lib: ['ES2022'], types: ['node'], skipLibCheck: true };
    expect(complaints('drain-on-shutdown.ts', withNode)).toEqual([]);
    expect(complaints('drain-on-shutdown.ts', { ...withNode, exactOptionalPropertyTypes: false })).toEqual([]);
    expect(
      complaints('drain-on-shutdown.ts', {
        target: 'ES2019',
        module: 'commonjs',
        ignoreDeprecations: '6.0',
        strict: false,
        types: ['node'],
        skipLibCheck: true,
      }),
    ).toEqual([]);
  });

  it("type-checks with types of Workers that don't have waitUntil yet", () => {
    writeFileSync(join(folder, 'worker.ts'), renderTracker('ts', 'cloudflare'));
    writeFileSync(join(folder, 'workers.d.ts'), "declare module 'cloudflare:workers' { export class RpcTarget {} }\n");
    writeFileSync(join(folder, 'in-worker.ts'), '/// <reference path="./workers.d.ts" />\nimport "./worker.js";\n');
    expect(complaints('in-worker.ts', strictest)).toEqual([]);
  });

  it.each(['fire-task', 'drain-on-shutdown'] as const)(
    '%s names no key of a type before the constant that it is, which older compilers reject',
    (name) => {
      const text =
        name === 'fire-task' ? renderTracker('ts', 'vercel') : renderShutdown('ts', 'node', './fire-task.js');
      for (const { 1: key = '', index } of text.matchAll(/^ {2}\[([A-Z]+)\]\?:/gm))
        expect(text.indexOf(`const ${key}`)).toBeLessThan(index);
    },
  );

  it('type-checks as CommonJS for an old target, loosely', () => {
    expect(
      complaints('fire-task.ts', {
        target: 'ES2017',
        module: 'commonjs',
        ignoreDeprecations: '6.0',
        strict: false,
        types: ['node'],
        skipLibCheck: true,
      }),
    ).toEqual([]);
  });

  it.each(['fire-task.ts', 'drain-on-shutdown.ts'])(
    'type-checks %s for a bundler that ignores an old target',
    (file) => {
      expect(
        complaints(file, {
          target: 'es5',
          lib: ['dom', 'dom.iterable', 'esnext'],
          module: 'esnext',
          moduleResolution: 'bundler',
          ignoreDeprecations: '6.0',
          strict: true,
          types: ['node'],
          skipLibCheck: true,
        }),
      ).toEqual([]);
    },
  );

  it('type-checks for a bundler, without DOM iteration or Node', () => {
    expect(
      complaints('fire-task.ts', {
        ...strictest,
        module: 'esnext',
        moduleResolution: 'bundler',
        lib: ['ES2020', 'WebWorker'],
      }),
    ).toEqual([]);
  });

  it('takes promises, optional calls, functions, and what five servers give', () => {
    expect(complaints('use.ts', { ...strictest, types: ['node'], skipLibCheck: true })).toEqual([]);
  });

  it("lints clean with typescript-eslint's strictest config, and its own calls are seen for what they are", async () => {
    const eslint = new ESLint({
      cwd: folder,
      overrideConfigFile: true,
      overrideConfig: [
        {
          linterOptions: { reportUnusedDisableDirectives: 'error' },
          rules: { 'no-console': 'error', 'max-lines': ['error', 400] },
        },
        { files: ['use.ts'], rules: { 'no-console': 'off' } },
        ...(tseslint.configs.strictTypeChecked as Linter.Config[]),
        ...(tseslint.configs.stylisticTypeChecked as Linter.Config[]),
        { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: folder } } },
      ],
    });
    const [ofShutdown, ofHelper, ofUse] = await eslint.lintFiles(['drain-on-shutdown.ts', 'fire-task.ts', 'use.ts']);
    expect(
      [...(ofHelper?.messages ?? []), ...(ofShutdown?.messages ?? [])].map(
        ({ line, ruleId, message }) => `${line} ${ruleId ?? ''} ${message}`,
      ),
    ).toEqual([]);
    const announced = USE.split('\n').flatMap((text, index) =>
      /^ *\/\/ /.test(text) ? [`${index + 2} @typescript-eslint/${text.trim().slice(3)}`] : [],
    );
    expect(announced).toHaveLength(3);
    expect(ofUse?.messages.map(({ line, ruleId }) => `${line} ${ruleId ?? ''}`)).toEqual(announced);
  });
});
