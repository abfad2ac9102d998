import { describe, expect, it } from 'vitest';
import { documented, documentedFiles } from '../support/documented.ts';
import { routesInPackage } from '../support/routes.ts';

const APOLLO = "import { ApolloServer } from '@apollo/server';\n";
const ADONIS = "import router from '@adonisjs/core/services/router';\n";

describe('an object that holds handlers, wherever it comes from', () => {
  documented([
    [
      'one of two',
      `${APOLLO}new ApolloServer({ resolvers: process.env.TEST ? { Query: { a: async () => { work(1); } } } : { Query: { b: async () => { work(2); } } } });`,
      ['Query.a', 'Query.b'],
    ],
    [
      'one that overrides another',
      `${APOLLO}const given = {};\nnew ApolloServer({ resolvers: given.resolvers ?? { Query: { a: async () => { work(1); } } } });`,
      ['Query.a'],
    ],
    [
      'a member of another',
      `${APOLLO}const parts = { users: { Query: { a: async () => { work(1); } } } };\nnew ApolloServer({ resolvers: parts.users });`,
      ['Query.a'],
    ],
    [
      'a list with a hole',
      `${APOLLO}new ApolloServer({ resolvers: [, { Query: { a: async () => { work(1); } } }] });`,
      ['Query.a'],
    ],
    [
      'an instance with an empty field',
      `${APOLLO}class Resolvers { cache; Query = { a: async () => { work(1); } }; }\nnew ApolloServer({ resolvers: new Resolvers() });`,
      ['Query.a'],
    ],
    [
      'what a function returns',
      `${APOLLO}const make = () => ({ Query: { a: async () => { work(1); } } });\nnew ApolloServer({ resolvers: make() });`,
      ['Query.a'],
    ],
    [
      'what is merged',
      `${APOLLO}import { merge } from 'lodash';\nconst users = { Query: { a: async () => { work(1); } } };\nnew ApolloServer({ resolvers: merge(users, { Query: { b: async () => { work(2); } } }) });`,
      ['Query.a', 'Query.b'],
    ],
    [
      'an instance of a class that inherits',
      `${APOLLO}class Base { async a() { work(1); } async b() { work(2); } }\nclass Users extends Base { async b() { work(3); } }\nnew ApolloServer({ resolvers: { Query: new Users() } });`,
      ['Query.a', 'Query.b'],
    ],
  ]);
});

describe('the method that an action names', () => {
  documented([
    [
      'and no other',
      `${ADONIS}class Users { async index() { work(1); } async store() { await 0; } }\nrouter.get('/users', [Users, 'index']);`,
      ['GET /users'],
    ],
  ]);

  it('is none where there is no class, or no name', () => {
    const code = `${ADONIS}const given = [];\nasync function work(x) { await x; }\nclass Users { async index() { work(1); } }\nrouter.get('/a', [, 'index']);\nrouter.get('/b', [...given, 'index']);\nrouter.get('/c', [Users]);`;
    expect(routesInPackage('@adonisjs/core', 'start/routes.ts', code)).toEqual([]);
  });
});

describe('a handler by the type that it is written with', () => {
  const TYPE = "import type { RequestHandler } from 'express';\n";
  documented([
    ['satisfies', `${TYPE}export const list = (async (one, two) => { work(1); }) satisfies RequestHandler;`, ['list']],
    ['as', `${TYPE}export const list = (async (one, two) => { work(1); }) as RequestHandler;`, ['list']],
    [
      'of its field',
      `${TYPE}export class Books { list: RequestHandler = async (one, two) => { work(1); }; }`,
      ['list'],
    ],
  ]);
  documentedFiles([
    [
      'graphql',
      'src/books.ts',
      "import type * as Types from './generated.ts';\nexport const query: Types.QueryResolvers = { books: async () => { work(1); } };",
      ['Query.books'],
    ],
  ]);
});

describe('handlers of a file by its place', () => {
  documentedFiles([
    [
      'next',
      'pages/books.jsx',
      'let pages;\npages = 1;\nfunction Books() { return pages; }\nBooks.getInitialProps = async (ctx) => { work(1); return {}; };\nexport default Books;',
      ['getInitialProps /books'],
    ],
    [
      'express',
      'routes/books.js',
      "module.exports = (app) => { app.get('/books', async (req, res) => { work(1); res.end(); }); };",
      ['GET /books'],
    ],
  ]);

  it('are none that an instance has', () => {
    const code =
      'async function work(x) { await x; }\nexport default class Books extends React.Component { async getInitialProps(ctx) { work(1); } render() { return null; } }';
    expect(routesInPackage('next', 'pages/books.jsx', code)).toEqual([]);
  });
});

describe('a function of the shape that a framework calls, in a package that depends on it', () => {
  const at = (code: string, route: string): readonly [string, string, string, readonly string[]] => [
    'express',
    'controllers/books.js',
    code,
    [route],
  ];
  documentedFiles([
    at('export async function list(req, res) { work(1); }', 'list'),
    at('async function list(req, res) { work(1); }\nexport { list };', 'list'),
    at('export default async (req, res) => { work(1); };', 'handler in books.js'),
    at('const list = async (_req, res) => { work(1); };\nmodule.exports = { list };', 'list'),
    at('exports.list = async (req, res, next) => { work(1); };', 'list'),
    at('module.exports = async (req, res) => { work(1); };', 'handler in books.js'),
    at('module.exports = catchAsync(async (req, res) => { work(1); });', 'handler in books.js'),
    at('export const books = { list: async (req, res) => { work(1); } };', 'list'),
    at('export class Books { async list(req, res) { work(1); } }', 'list'),
    at('export class Books { list = async (req, res) => { work(1); }; }', 'list'),
    at('export async function failed(err, req, res, next) { work(1); }', 'failed'),
    at('use(async (req, res) => { work(1); });', 'handler in books.js'),
    at('export function outer() { async function list(req, res) { work(1); } return keep(list); }', 'list'),
  ]);

  it.each([
    ['is called in place', 'export const answer = (async (req, res) => { work(1); })(1, 2);'],
    ['takes something else', 'export async function list(rows, res) { work(1); }'],
    ['takes the request alone', 'export async function list(req) { work(1); }'],
    ['takes more', 'export async function list(req, res, next, id, more) { work(1); }'],
  ])('is none where it %s', (_title, code) => {
    expect(routesInPackage('express', 'controllers/books.js', `async function work(x) { await x; }\n${code}`)).toEqual(
      [],
    );
  });
});

describe('a method with a decorator', () => {
  const NEST = "import { Controller, Get, Inject, Injectable } from '@nestjs/common';\n";
  documented([
    [
      'of a class without a name, among other members',
      `${NEST}@Controller()\nexport default class { @Inject() mail = make(); @Local() @Get('x') async list() { work(1); } @Local() async load() { await 0; } }`,
      ['GET /x'],
    ],
    [
      'of a class whose path is among its options',
      `${NEST}@Controller({ ...shared, path: 'books', version: '1' })\nclass Books { @Get() async list() { work(1); } }`,
      ['GET /books'],
    ],
  ]);

  it.each([
    ['its class is no controller', '@Injectable()\nclass Books { @Get() async list() { work(1); } }'],
    ['its class has none', 'class Books { @Get() async list() { work(1); } }'],
    ['it is not called', '@Controller()\nclass Books { @Get async list() { work(1); } }'],
  ])('is no handler where %s', (_title, code) => {
    expect(
      routesInPackage('@nestjs/common', 'src/books.ts', `${NEST}async function work(x) { await x; }\n${code}`),
    ).toEqual([]);
  });
});

describe('a list of objects that say by their type what they are', () => {
  const listed = (type: string): readonly [string, string, string, readonly string[]] => [
    'graphql',
    'src/parts.ts',
    `import type { Resolvers } from './generated.ts';\nexport const parts: ${type} = [{ Query: { books: async () => { work(1); } } }];`,
    ['Query.books'],
  ];
  documentedFiles([
    listed('Resolvers[]'),
    listed('readonly Resolvers[]'),
    listed('Array<Resolvers>'),
    listed('ReadonlyArray<Partial<Resolvers>>'),
  ]);
});

describe('a directive', () => {
  it.each([
    ['first in the file', "'use server';\nexport async function save() { work(1); }", ['server action save']],
    [
      'first in a function, after another',
      "export async function save() { 'use strict'; 'use server'; work(1); }",
      ['server action save'],
    ],
    [
      'nowhere but after code',
      "const x = 1;\n'use server';\nexport async function save() { log(x); 'use server'; work(1); }",
      [],
    ],
  ])('%s', (_title, code, routes) => {
    expect(routesInPackage('next', 'app/actions.ts', `${code}\nasync function work(x) { await x; }`)).toEqual(routes);
  });
});

describe('a handler behind what wraps or makes it', () => {
  const APP =
    "import express from 'express';\nconst app = express();\nconst ctrl = { list: async (req, res) => { work(1); } };\n";
  const given = (title: string, handler: string): readonly [string, string, readonly string[]] => [
    title,
    `${APP}app.get('/a', ${handler});`,
    ['GET /a'],
  ];
  documented([
    [
      'a condition',
      `${APP}app.get('/a', process.env.OPEN ? ctrl.list : async (req, res) => { work(2); });`,
      ['GET /a', 'GET /a'],
    ],
    [
      'a fallback',
      `${APP.replace(/const ctrl.*\n/, '')}app.get('/a', overrides.list || (async (req, res) => { work(1); }));`,
      ['GET /a'],
    ],
    given('a wrapper', 'wrap(ctrl.list)'),
    given('a wrapper of a library', 'wraps.quietly(ctrl.list)'),
    given('two wrappers', 'wrap(checked(ctrl.list))'),
    given('a wrapper with options', 'wrap({ retries: 2, handler: ctrl.list })'),
    given('a bound method', 'ctrl.list.bind(ctrl)'),
    given('a list', '[ctrl.list]'),
    [
      'a function that makes it',
      `${APP.replace(/const ctrl.*\n/, '')}const make = (options) => async (req, res) => { work(options); };\nconst options = {};\napp.get('/a', make(options));`,
      ['GET /a'],
    ],
  ]);
});

describe('an object that is called like a framework calls its own', () => {
  const asked = (code: string, dependency = 'express'): string[] =>
    routesInPackage(dependency, 'routes/books.js', `async function work(x) { await x; }\n${code}`);

  it('is one where a route is put on it', () => {
    expect(asked("module.exports = (router) => { router.get('/a', async (req, res) => { work(1); }); };")).toEqual([
      'GET /a',
    ]);
  });

  it.each([
    [
      'the first argument is no path',
      "module.exports = (router) => { router.get('a', async (one, two) => { work(1); }); };",
    ],
    ['there is nothing behind the path', "module.exports = (router) => { router.get('/a'); work(1); };"],
    ['it asks others', "module.exports = (client) => { client.get('/a', async (one, two) => { work(1); }); };"],
    ['there is nothing to give', "module.exports = (books) => { books.get('/a', async () => { work(1); }); };"],
  ])('is none where %s', (_title, code) => {
    expect(asked(code)).toEqual([]);
  });

  it.each([
    "module.exports = (books) => { books.get('/a', async (one, two) => { work(1); }); };",
    "module.exports = ({ app }) => { app.inner.get('/a', async (one, two) => { work(1); }); };",
  ])('is likely one by whatever name: %s', (code) => {
    expect(asked(code)).toEqual(['GET /a']);
  });

  it('is none in a package that does not depend on the framework', () => {
    expect(
      asked("module.exports = (router) => { router.get('/a', async (one, two) => { work(1); }); };", 'left-pad'),
    ).toEqual([]);
  });
});
