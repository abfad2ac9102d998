import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/catalog/entry.ts';
import { buildCatalog } from '../../src/catalog/lookup.ts';
import { catalogsOf } from '../../src/findings/setup.ts';
import { mayHoldHandlers } from '../../src/handlers/prefilter.ts';
import { inPackage } from '../support/packages.ts';
import { recognition, standardCatalog, workspace } from '../support/engine.ts';

const held = (code: string, catalog = standardCatalog()): boolean =>
  mayHoldHandlers(`/virtual/${code.length.toString()}.ts`, code, recognition(catalog));

describe('a file is parsed first when it may hold handlers', () => {
  it.each([
    ['it imports a framework', "import express from 'express';"],
    ['a part of one', "import { serve } from '@hono/node-server/serve';"],
    ['with double quotes', 'const koa = require("koa");'],
    ["Node's server", "import { createServer } from 'node:http';"],
    ["Node's server, without its scheme", "import https from 'https';"],
    ['a module that a framework knows beside its package', "import { DurableObject } from 'cloudflare:workers';"],
    ['it has a directive', "'use server'; export async function save() {}"],
    ['it calls a route by its path', "module.exports = (app) => { app.post('/books', create); };"],
    ['a path that is a template', 'routes.get( `/books/${id}`, list)'],
    ['it holds a function of a shape that is called', 'exports.list = (req, res) => {};'],
    ['the same, a part unused', 'exports.list = function (_req, res, next) {};'],
    ['it speaks of a global', 'Deno.serve(answer);'],
    ['an object of a name that is known', 'export const resolvers = { Query: {} };'],
  ])('%s', (_title, code) => {
    expect(held(code)).toBe(true);
  });

  it.each([
    ['it imports a library', "import axios from 'axios';"],
    ['it imports a file', "import { list } from './books.js';"],
    ['a package of a like name', "import x from 'express-like'; import y from 'my/express';"],
    ['it speaks of no route', 'export const add = (a, b) => a.get(b);'],
    ['it is empty', ''],
  ])('not when %s', (_title, code) => {
    expect(held(code)).toBe(false);
  });

  it('not when it cannot be read', () => {
    expect(mayHoldHandlers('/virtual/gone.ts', undefined, recognition())).toBe(false);
  });

  it('by its place, in a package that depends on the framework', () => {
    const at = (dependency: string, path: string): boolean =>
      inPackage([dependency], { [path]: 'export const a = 1;' }, path, (source) =>
        mayHoldHandlers(source.path, source.text, recognition()),
      );
    expect(at('next', 'app/books/route.ts')).toBe(true);
    expect(at('left-pad', 'app/books/route.ts')).toBe(false);
    expect(at('next', 'lib/books.ts')).toBe(false);
  });

  it('by its place, where a list names the files of such places and there is one', () => {
    const files = { 'app/books.tsx': 'export const a = 1;' };
    const held = (more: Record<string, string>): boolean =>
      inPackage(['@react-router/dev'], { ...files, ...more }, 'app/books.tsx', (source) =>
        mayHoldHandlers(source.path, source.text, recognition()),
      );
    expect(held({})).toBe(false);
    expect(held({ 'app/routes.ts': "export default [route('/books', './books.tsx')];" })).toBe(true);
  });

  it('when it imports what settings describe, also by the path of a file', () => {
    const settings = {
      frameworks: [
        {
          name: 'ours',
          packages: ['@acme/http'],
          registrations: [{ calls: ['@acme/http#route()'], handlers: ['last'], label: 'route' }],
        },
        { name: 'own', registrations: [{ calls: ['./src/lib/jobs.ts#onJob()'], handlers: ['last'], label: 'job' }] },
      ],
    };
    const catalog = catalogsOf(workspace).withSinks(settings, []);
    expect(held("import { route } from '@acme/http';", catalog)).toBe(true);
    expect(held("import { route } from '@acme/http';")).toBe(false);
    expect(held("import { onJob } from '../lib/jobs.js';", catalog)).toBe(true);
    expect(held("import { onJob } from '../lib/jobs.js';")).toBe(false);
  });

  it('by its text as it is now', () => {
    const now = (text: string): boolean => mayHoldHandlers('/virtual/changing.ts', text, recognition());
    expect([now('export {};'), now("import 'express';"), now('export {};')]).toEqual([false, true, false]);
  });
});

describe('what an entry of the catalog says of handlers', () => {
  const HANDLERS: readonly (readonly [facet: string, says: Partial<Entry>])[] = [
    ['registrations', { registrations: [{ calls: ['@acme/beside#on()'], handlers: [0], label: '' }] }],
    ['receivers', { receivers: { app: { values: ['@acme/beside#app()'] } } }],
    ['types', { types: { handlers: ['@acme/beside#Handler'] } }],
    ['objects', { objects: [{ types: ['@acme/beside#Routes'], handlers: ['*'], label: '' }] }],
    ['decorators', { decorators: [{ names: ['@acme/beside#Get()'], label: '' }] }],
    ['classes', { classes: [{ extends: ['new @acme/beside#Base()'], methods: ['run'], label: '' }] }],
    ['plugins', { plugins: { types: ['@acme/beside#Plugin'], gives: { 0: 'app' } } }],
  ];
  const WITHOUT_MODULES: typeof HANDLERS = [
    ['shapes', { shapes: [['given', 'answer']] }],
    ['files', { files: [{ path: /^pages\//, exports: ['default'], label: '' }] }],
    ['directives', { directives: [{ text: 'use acme', label: '' }] }],
  ];
  const WORK: typeof HANDLERS = [
    ['launches', { launches: ['@acme/beside#run()'] }],
    ['lazy', { lazy: ['@acme/beside#query()'] }],
    ['sinks', { sinks: [{ values: ['@acme/beside#keep()'], accepts: 'promise', verdict: 'own' }] }],
    ['drops', { drops: [{ values: ['@acme/beside#drop()'], callback: 0 }] }],
    ['starts', { starts: [{ calls: ['@acme/beside#serve()'], closable: 'result' }] }],
    ['shutdowns', { shutdowns: ['@acme/beside#close()'] }],
    ['thenables', { thenables: ['@acme/beside#Reply'] }],
    ['lookalikes', { lookalikes: ['@acme/beside#save()'] }],
    ['settled', { settled: ['@acme/beside#publish()'] }],
  ];
  const catalogOf = (says: Partial<Entry>): ReturnType<typeof buildCatalog> =>
    buildCatalog([{ name: 'acme', docs: '', packages: ['@acme/server'], ...says }]);
  const SERVER = "import { a } from '@acme/server';";
  const BESIDE = "import { a } from '@acme/beside/part';";
  const OWN = 'export const a = 1;';

  it.each(HANDLERS)('%s: files that import its package, or what they name beside it', (_facet, says) => {
    expect([SERVER, BESIDE, OWN].map((code) => held(code, catalogOf(says)))).toEqual([true, true, false]);
  });

  it.each(WITHOUT_MODULES)('%s: files that import its package', (_facet, says) => {
    expect([SERVER, BESIDE, OWN].map((code) => held(code, catalogOf(says)))).toEqual([true, false, false]);
  });

  it.each(WORK)('%s: nothing', (_facet, says) => {
    expect([SERVER, BESIDE, OWN].map((code) => held(code, catalogOf(says)))).toEqual([false, false, false]);
  });

  it.each(WORK)('%s of an entry that has handlers, too: not what they name', (_facet, says) => {
    expect(
      [SERVER, BESIDE, OWN].map((code) => held(code, catalogOf({ ...says, shapes: [['given', 'answer']] }))),
    ).toEqual([true, false, false]);
  });

  it('globals: files that speak of them', () => {
    const catalog = catalogOf({
      registrations: [{ calls: ['global#defineRoute|defineHook()'], handlers: [0], label: '' }],
      receivers: { app: { values: ['global#Acme.app', 'new global#Server()'] } },
      types: { handlers: ['global#AcmeHandler'], parameters: ['global#AcmeRequest'] },
    });
    expect(
      [
        'defineRoute(fn)',
        'x = defineHook(fn)',
        'Acme.app.on(fn)',
        'new Server()',
        'type H = AcmeHandler',
        'fn(a: AcmeRequest)',
      ].map((code) => held(code, catalog)),
    ).toEqual(Array(6).fill(true));
    expect(['defineRoutes(fn)', 'app.on(fn)', 'MyAcme', 'global', ''].map((code) => held(code, catalog))).toEqual(
      Array(5).fill(false),
    );
  });

  it('objects: files that speak of their types and variables', () => {
    const catalog = catalogOf({
      objects: [
        { typeNames: ['Resolvers'], variables: ['routes'], handlers: ['*'], label: '' },
        { types: ['@acme/server#Map'], handlers: ['*'], label: '' },
      ],
    });
    expect(
      ['const a: Resolvers = {}', 'export const routes = {}', 'const routed = {}'].map((code) => held(code, catalog)),
    ).toEqual([true, true, false]);
  });

  it('methods: files that call one with a path, a list or a pattern', () => {
    const catalog = catalogOf({
      registrations: [
        { methods: ['on$', 'all'], handlers: ['last'], label: '' },
        { calls: ['@acme/server#on()'], handlers: [0], label: '' },
      ],
    });
    expect(
      ["a.on$('x', fn)", 'a.on$ (\n"x", fn)', 'a.all(/x/, fn)', 'a.all(["x"], fn)', 'a.all(`x`)'].map((code) =>
        held(code, catalog),
      ),
    ).toEqual(Array(5).fill(true));
    expect(['a.all(x)', "all('x')", "a.on('x')", "a.always('x')"].map((code) => held(code, catalog))).toEqual(
      Array(4).fill(false),
    );
  });

  it('shapes: files that name the parameters in a row', () => {
    const catalog = catalogOf({
      shapes: [
        ['req', 'res'],
        ['req', 'res', 'next'],
        ['ctx', 'next'],
      ],
    });
    expect(
      ['(req, res) =>', '(req: Request, _res: Response) =>', 'function (_req, res, next)', 'async (ctx,next) =>'].map(
        (code) => held(code, catalog),
      ),
    ).toEqual(Array(4).fill(true));
    expect(
      ['(req) =>', '(res, req) =>', '(ctx, other) =>', '(req, reset) =>', 'my_req, res', '(req(), res)'].map((code) =>
        held(code, catalog),
      ),
    ).toEqual(Array(6).fill(false));
  });
});
