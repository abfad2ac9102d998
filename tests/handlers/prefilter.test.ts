import { describe, expect, it } from 'vitest';
import { standardCatalog } from '../../src/catalog/lookup.ts';
import { catalogWithSinks } from '../../src/catalog/settings.ts';
import { mayHoldHandlers } from '../../src/handlers/prefilter.ts';
import { inPackage } from '../support/packages.ts';

const held = (code: string, catalog = standardCatalog()): boolean => mayHoldHandlers(`/virtual/${code.length.toString()}.ts`, code, catalog);

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
    expect(mayHoldHandlers('/virtual/gone.ts', undefined, standardCatalog())).toBe(false);
  });

  it('by its place, in a package that depends on the framework', () => {
    const at = (dependency: string, path: string): boolean => inPackage([dependency], { [path]: 'export const a = 1;' }, path, (source) => mayHoldHandlers(source.path, source.text, standardCatalog()));
    expect(at('next', 'app/books/route.ts')).toBe(true);
    expect(at('left-pad', 'app/books/route.ts')).toBe(false);
    expect(at('next', 'lib/books.ts')).toBe(false);
  });

  it('when it imports what settings describe, also by the path of a file', () => {
    const settings = { frameworks: [{ name: 'ours', packages: ['@acme/http'], registrations: [{ calls: ['@acme/http#route()'], handlers: ['last'], label: 'route' }] }, { name: 'own', registrations: [{ calls: ['./src/lib/jobs.ts#onJob()'], handlers: ['last'], label: 'job' }] }] };
    const catalog = catalogWithSinks(settings, []);
    expect(held("import { route } from '@acme/http';", catalog)).toBe(true);
    expect(held("import { route } from '@acme/http';")).toBe(false);
    expect(held("import { onJob } from '../lib/jobs.js';", catalog)).toBe(true);
    expect(held("import { onJob } from '../lib/jobs.js';")).toBe(false);
  });

  it('by its text as it is now', () => {
    const now = (text: string): boolean => mayHoldHandlers('/virtual/changing.ts', text, standardCatalog());
    expect([now('export {};'), now("import 'express';"), now('export {};')]).toEqual([false, true, false]);
  });
});
