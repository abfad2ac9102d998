import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import { afterAll, describe, expect, it } from 'vitest';
import type { Settings } from '../../src/catalog/settings.ts';
import { CATALOG } from '../../src/catalog/index.ts';
import { createSchemas } from '../../src/catalog/schema.ts';
import { Catalogs } from '../../src/catalog/settings.ts';
import plugin from '../../src/index.ts';

const catalogs = new Catalogs();
const catalogWith = (settings: unknown): ReturnType<Catalogs['with']> => catalogs.with(settings);

const root = mkdtempSync(join(tmpdir(), 'fire-task-settings-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

function write(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** What ESLint says of a file under some settings. */
async function lint(path: string, settings: unknown): Promise<string[]> {
  const configuration: Linter.Config = { settings: { 'fire-task': settings } };
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: [plugin.configs.recommended, configuration],
  });
  const [result] = await eslint.lintFiles([path]);
  return (result?.messages ?? []).map(({ messageId, message }) =>
    `${messageId ?? ''} ${/`[^`]*`[^`]*`([^`]*)`/.exec(message)?.[1] ?? ''}`.trim(),
  );
}

describe('settings', () => {
  it('know a framework of the user: a package, a workspace package, and a file of the code itself', async () => {
    write({
      'package.json': '{ "type": "module" }',
      'node_modules/@acme/workspace/package.json':
        '{ "name": "@acme/workspace", "type": "module", "exports": "./index.js" }',
      'node_modules/@acme/workspace/index.js': 'export {};',
      'src/http.js': 'export function createApp() { return globalThis.app; }',
      'src/routes.js': `
        import { createServer } from '@acme/server';
        import { worker } from '@acme/workspace';
        import { createApp } from './http.js';
        async function mail() {}
        createServer().on('/package', async () => { mail(); });
        worker('/workspace', async () => { mail(); });
        createApp().route('/file', async () => { mail(); });`,
    });
    const settings: Settings = {
      frameworks: [
        {
          name: 'acme',
          receivers: { app: { values: ['@acme/server#createServer()', './src/http.js#createApp()'] } },
          registrations: [
            { methods: ['on', 'route'], handlers: ['last'], label: 'ACME {0}' },
            { calls: ['@acme/workspace#worker()'], handlers: [1], kind: 'job', label: 'WORK {0}' },
          ],
        },
      ],
    };
    expect(await lint('src/routes.js', settings)).toEqual([
      'floating ACME /package',
      'floating WORK /workspace',
      'floating ACME /file',
    ]);
    expect(await lint('src/routes.js', {})).toEqual([]);
  });

  it('are asked anew of a file that was looked at without them', async () => {
    write({
      'fresh/package.json': '{ "type": "module" }',
      'fresh/src/work.js': 'export async function place() { audit(); } async function audit() {}',
      'fresh/src/server.js': `import { serve } from '@acme/listen'; import { place } from './work.js'; serve(async () => { await place(); });`,
    });
    expect(await lint('fresh/src/work.js', {})).toEqual([]);
    expect(
      await lint('fresh/src/work.js', {
        frameworks: [
          {
            name: 'acme',
            packages: ['@acme/listen'],
            registrations: [{ calls: ['@acme/listen#serve()'], handlers: [0], label: 'LISTEN' }],
          },
        ],
      }),
    ).toEqual(['floating LISTEN']);
  });

  it('know calls that launch, and sinks whose result is nothing to await', async () => {
    write({
      'src/background.js': 'export async function background(work) { await work; }',
      'src/app.js': `
        import express from 'express';
        import { send } from '@acme/mail';
        import { background } from './background.js';
        express().get('/', (req, res) => { send(1); background(send(2)); res.end(); });`,
    });
    expect(await lint('src/app.js', {})).toEqual(['floating GET /']);
    expect(await lint('src/app.js', { launchers: ['@acme/mail#send()'] })).toEqual([
      'floating GET /',
      'floating GET /',
    ]);
    expect(
      await lint('src/app.js', {
        launchers: ['@acme/mail#send()'],
        sinks: [{ values: ['./src/background.js#background()'], accepts: 'promise', verdict: 'own' }],
      }),
    ).toEqual(['floating GET /']);
    expect(
      await lint('src/app.js', {
        sinks: [{ values: ['./src/background.js#background()'], accepts: 'promise', verdict: 'own' }],
      }),
    ).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    [
      'an unknown key',
      { frameworks: [{ name: 'x', registrations: [{ handler: ['last'], handlers: ['last'], label: 'x' }] }] },
      "settings['fire-task'].frameworks[0].registrations[0].handler is not a key of the catalog's schema; docs/catalog.md lists those that are.",
    ],
    [
      'an unknown key at the top',
      { framework: [] },
      "settings['fire-task'].framework is not a key of the catalog's schema; docs/catalog.md lists those that are.",
    ],
    [
      'a key that is missing',
      { frameworks: [{ registrations: [{ handlers: [0] }] }] },
      "settings['fire-task'].frameworks[0].name is missing; docs/catalog.md says what it holds.",
    ],
    [
      'a pattern that is none',
      { launchers: ['send()'] },
      `settings['fire-task'].launchers[0] is not valid: "send()" is not a catalog pattern: write module#export, for example express#Router() or new pg#Pool().query().`,
    ],
    [
      'a word that is none of the choices',
      { sinks: [{ method: 'x', accepts: 'promises', verdict: 'own' }] },
      `settings['fire-task'].sinks[0].accepts is not valid: Invalid type: Expected ("promise" | "function" | "both") but received "promises".`,
    ],
    [
      'something else than an object',
      'express',
      `settings['fire-task'] must be an object with frameworks, sinks or launchers, not "express".`,
    ],
  ])('are refused with the key that is wrong: %s', (_situation, settings, sentence) => {
    expect(() => catalogWith(settings)).toThrow(sentence);
  });

  it('are read once for one configuration, however often it is asked', () => {
    const settings = { launchers: ['a#b()'] };
    expect(catalogWith(settings)).toBe(catalogWith(settings));
    expect(catalogWith({ launchers: ['a#b()'] })).toBe(catalogWith(settings));
    expect(catalogWith(undefined)).not.toBe(catalogWith(settings));
  });
});

it.each(CATALOG.map((entry) => [entry.name, entry] as const))(
  "%s is written in the catalog's schema",
  (_name, entry) => {
    const schemas = createSchemas();
    const result = schemas.safeParse(schemas.entry, entry);
    expect(
      result.issues?.map(({ path, message }) => `${(path ?? []).map(({ key }) => String(key)).join('.')}: ${message}`),
    ).toBeUndefined();
  },
);
