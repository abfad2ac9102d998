import { documented } from '../support/documented.ts';
import { silent } from '../support/marked.ts';

documented([
  [
    'restana',
    `
    const service = require('restana')();
    service.use(async (req, res, next) => { work(1); next(); });
    service.get('/hi', async (req, res) => { work(2); res.send('x'); });`,
    ['middleware', 'GET /hi'],
  ],
  [
    'rayo',
    `
    import rayo from 'rayo';
    rayo({ port: 1 }).get('/hello/:user', async (req, res) => { work(1); res.end('x'); }).start();`,
    ['GET /hello/:user'],
  ],
  [
    'JSON-RPC',
    `
    import jayson from 'jayson';
    new jayson.Server({ add: async (args, done) => { work(1); done(null, 1); } });
    import { JSONRPCServer } from 'json-rpc-2.0';
    const server = new JSONRPCServer();
    server.addMethod('echo', async ({ text }) => { work(2); return text; });
    import { Server } from 'rpc-websockets';
    const sockets = new Server({ port: 1 });
    sockets.register('sum', async (params) => { work(3); return 1; });`,
    ['method add', 'method echo', 'method sum'],
  ],
  [
    'nice-grpc',
    `
    import { createServer } from 'nice-grpc';
    const server = createServer().use(async function* (call, context) { work(1); return yield* call.next(call.request, context); });
    server.add(Definition, { async exampleUnaryMethod(request) { work(2); return {}; } });`,
    ['gRPC middleware', 'gRPC exampleUnaryMethod'],
  ],
  [
    'microservices by pattern',
    `
    import Seneca from 'seneca';
    Seneca().add('role:math,cmd:sum', async (msg, reply) => { work(1); reply(null, 1); }).message('a:1', async (msg) => { work(2); });
    import cote from 'cote';
    const responder = new cote.Responder({ name: 'x' });
    responder.on('convert', async (request, done) => { work(3); done(null, 1); });`,
    ['pattern role:math,cmd:sum', 'pattern a:1', 'pattern convert'],
  ],
  [
    'ldapjs',
    `
    const ldap = require('ldapjs');
    const server = ldap.createServer();
    server.search('o=example', async (req, res, next) => { work(1); res.end(); return next(); });`,
    ['LDAP search o=example'],
  ],
  [
    'soap',
    `
    import soap from 'soap';
    soap.listen(server, '/wsdl', { Stock: { Port: { GetPrice: async (args) => { work(1); return {}; } } } }, xml);
    soap.listen(server, { path: '/a', xml, services: { Stock: { Port: { Buy: async (args) => { work(2); return {}; } } } } });`,
    ['SOAP Stock.Port.GetPrice', 'SOAP Stock.Port.Buy'],
  ],
  [
    'FastMCP',
    `
    import { FastMCP } from 'fastmcp';
    const server = new FastMCP({ name: 'x', authenticate: async (request) => { work(1); return {}; } });
    server.addTool({ name: 'add', execute: async (args) => { work(2); return 'x'; } });
    server.addResource({ name: 'log', load: async () => { work(3); return {}; } });`,
    ['authenticate', 'tool add', 'resource log'],
  ],
  [
    'Keystone',
    `
    import { config, list, graphql } from '@keystone-6/core';
    export const Post = list({
      fields: { title: text({ hooks: { validate: { create: async (args) => { work(1); } } } }) },
      hooks: { afterOperation: async ({ item }) => { work(2); }, resolveInput: { update: async (args) => { work(3); return {}; } } },
    });`,
    ['list title.validate.create', 'list afterOperation', 'list resolveInput.update'],
  ],
  [
    'Blitz',
    `
    import { resolver } from '@blitzjs/rpc';
    export default resolver.pipe(resolver.authorize(), async (input, ctx) => { work(1); return 1; });`,
    ['rpc'],
  ],
  [
    'actionhero',
    `
    import { Action, Task, Initializer, action, chatRoom } from 'actionhero';
    export class Create extends Action { async run({ params }) { work(1); return {}; } }
    export class Send extends Task { async run(inputs) { work(2); } }
    export class Store extends Initializer { async start() { work(3); } }
    action.addMiddleware({ name: 'x', global: true, preProcessor: async (data) => { work(4); } });
    chatRoom.addMiddleware({ name: 'y', join: async (connection, room) => { work(5); } });`,
    ['action Create', 'task Send', 'initializer Store.start', 'middleware preProcessor', 'chat room join'],
  ],
  [
    'Homebridge',
    `
    import type { Service, PlatformAccessory } from 'homebridge';
    export class Light {
      private service: Service;
      constructor(private readonly accessory: PlatformAccessory) {
        this.service = this.accessory.getService(Lightbulb);
        this.service.getCharacteristic(On).onSet(this.setOn.bind(this)).onGet(async () => { work(2); });
      }
      async setOn(value) { work(1); }
    }`,
    ['onGet', 'onSet'],
  ],
]);

silent(
  'the same calls on other objects',
  `
  import { createServer } from './server.js';
  async function work(x) { await x; }
  const server = createServer();
  server.addMethod('echo', () => { work(1); });
  server.add('role:math', () => { work(2); });
`,
);
