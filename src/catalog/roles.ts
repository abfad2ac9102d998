import type { Entry } from './entry.ts';
import { defineEntry } from './entry.ts';

/**
 * The roles of handlers' parameters, each with its usual names. An entry's `shapes` may give a role instead of a name.
 */
export const ROLES = {
  request: ['req', 'request'],
  response: ['res', 'response', 'resp'],
  reply: ['reply', 'rep', 'h'],
  context: ['ctx', 'context', 'c'],
  event: ['event'],
  next: ['next', 'proceed', 'done'],
  error: ['err', 'error', 'e'],
  socket: ['socket'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type Role = keyof typeof ROLES;

/** Parts of such parameters' type names: a file that mentions one may contain a handler. */
export const ROLE_TYPES = ['Request', 'Req', 'Response', 'Res', 'Reply', 'Context', 'Ctx', 'Event', 'Handler', 'Next'];

/** Methods of routers that are named after HTTP verbs. */
export const VERBS: ReadonlySet<string> = new Set([
  'all',
  'get',
  'post',
  'put',
  'patch',
  'delete',
  'del',
  'head',
  'options',
]);

/** Decorators with the verb and the path of a method. `PREFIX_DECORATORS` are those with the path of its class. */
export const VERB_DECORATORS: ReadonlySet<string> = new Set([
  'All',
  'Get',
  'Post',
  'Put',
  'Patch',
  'Delete',
  'Head',
  'Options',
]);
/** Other spellings: with a path, `@get('/orders')`, or `@httpGet()`. */
export const OTHER_VERB_DECORATORS = /^(?:http(?:Get|Post|Put|Patch|Delete|Head)|get|post|put|patch|del|head)$/;
export const PREFIX_DECORATORS = /^(?:\w*[Cc]ontroller|api|Route|Router|Prefix|Path|ApiPath)$/;

/** Functions that are request handlers by the roles of their parameters, whoever calls them. */
export interface Shape {
  /** Roles, or names of parameters. */
  readonly roles: readonly string[];
  /** What is known about a handler of this shape: how it answers. */
  readonly entry: Entry;
  /** Members of the only parameter. The function must use one of them, to answer or to read the request. */
  readonly uses?: ReadonlySet<string>;
}

export const BY_RESPONSE = defineEntry({
  name: 'server',
  docs: '',
  packages: [],
  answers: {
    parameters: [1, 2],
    withError: [2, 3],
    ends: ['json', 'jsonp', 'send', 'sendStatus', 'sendFile', 'end', 'redirect', 'render', 'download'],
    serialises: ['json', 'jsonp', 'send', 'end'],
  },
  returned: 'caught',
});

const BY_REPLY = defineEntry({
  name: 'server',
  docs: '',
  packages: [],
  answers: { parameters: [1, 2], withError: [2, 3], ends: ['send', 'redirect'], serialises: [] },
  returned: 'awaited',
});

const BY_CONTEXT = defineEntry({
  name: 'server',
  docs: '',
  packages: [],
  answers: { parameters: [0], ends: ['redirect', 'throw'], serialises: [], assigns: ['body', 'status'] },
  returned: 'awaited',
  continuation: 1,
});

const BY_RESULT = defineEntry({
  name: 'server',
  docs: '',
  packages: [],
  answers: { parameters: [], ends: [] },
  returned: 'awaited',
});

const BY_CALLBACK = defineEntry({
  name: 'server',
  docs: '',
  packages: [],
  answers: { parameters: [2], ends: [] },
  returned: 'awaited',
});

// What a server calls for the messages of a socket: `exports.reply = async (socket, data) => …`.
const SOCKET_SHAPES: readonly Shape[] = ['data', 'payload', 'message'].flatMap((data) => [
  { roles: ['socket', data], entry: BY_RESULT },
  { roles: ['socket', data, 'callback'], entry: BY_CALLBACK },
]);

export const SHAPES: readonly Shape[] = [
  { roles: ['request', 'response'], entry: BY_RESPONSE },
  { roles: ['request', 'response', 'next'], entry: BY_RESPONSE },
  { roles: ['error', 'request', 'response', 'next'], entry: BY_RESPONSE },
  { roles: ['request', 'reply'], entry: BY_REPLY },
  { roles: ['request', 'reply', 'next'], entry: BY_REPLY },
  { roles: ['error', 'request', 'reply'], entry: BY_REPLY },
  { roles: ['context', 'next'], entry: BY_CONTEXT },
  {
    roles: ['context'],
    entry: BY_CONTEXT,
    uses: new Set(['body=', 'status=', 'json()', 'text()', 'html()', 'redirect()', 'req.', 'request.', 'throw()']),
  },
  {
    roles: ['event'],
    entry: BY_RESULT,
    uses: new Set(['request.', 'node.', 'respondWith()', 'waitUntil()', 'queryStringParameters', 'pathParameters']),
  },
  {
    roles: ['request'],
    entry: BY_RESULT,
    uses: new Set(['body', 'query', 'params', 'headers', 'cookies', 'json()', 'formData()']),
  },
  ...SOCKET_SHAPES,
];

/** Names of routers, whatever module they come from. */
export const ROUTER_NAMES = /(?:^r|R)outers?_?$/;

/** What is known about a handler that only the call, table or decorator with its route identifies. */
export const UNKNOWN_SERVER: Entry = defineEntry({ name: 'server', docs: '', packages: [], returned: 'caught' });

/** What is known about a listener on a socket of an unknown package. */
export const UNKNOWN_SOCKET: Entry = defineEntry({ name: 'sockets', docs: '', packages: [], returned: 'ignored' });

/** What is known about a method that the user's own decorator registers. */
export const UNKNOWN_REGISTRY: Entry = defineEntry({
  name: 'own decorators',
  docs: '',
  packages: [],
  returned: 'caught',
});

/** Packages that serve requests but have no entry. */
export const OTHER_SERVERS: readonly string[] = [
  '@adonisjs/http-server',
  '@feathersjs/express',
  '@foal/core',
  '@hapi/hapi',
  '@koa/router',
  '@loopback/rest',
  '@midwayjs/core',
  '@tsed/common',
  'body-parser',
  'compression',
  'egg',
  'express-session',
  'fastify-plugin',
  'find-my-way',
  'http-errors',
  'hyper-express',
  'koa-router',
  'moleculer',
  'moleculer-web',
  'routing-controllers',
  'serverless-http',
  'socket.io',
  'uWebSockets.js',
  'ultimate-express',
  'ws',
];

/** Packages whose objects have methods named like verbs that send requests instead of handling them. */
export const CLIENTS: ReadonlySet<string> = new Set([
  '@nestjs/axios',
  '@playwright/test',
  'axios',
  'axios-mock-adapter',
  'cache-manager',
  'fetch-mock',
  'got',
  'ioredis',
  'ky',
  'keyv',
  'lru-cache',
  'msw',
  'node-cache',
  'node-fetch',
  'nock',
  'playwright',
  'puppeteer',
  'redis',
  'request',
  'superagent',
  'supertest',
  'undici',
  'wretch',
]);
/** The same, by the name of the object, if nothing else is known about it. */
export const CLIENT_NAMES =
  /(?:axios|http|https|fetch\w*|request|agent|client|cache|nock|mock\w*|page|redis|store|cy|got)$/i;
