import { documented } from '../support/documented.ts';
import { silent } from '../support/marked.ts';

documented([
  [
    'net and tls',
    `
    import net from 'node:net';
    import { createServer } from 'node:tls';
    const server = net.createServer(async (socket) => {
      work(1);
      socket.on('data', async (data) => { work(2); });
    });
    server.on('connection', async (socket) => { work(3); });
    const secure = createServer({});
    secure.on('secureConnection', async (socket) => { socket.once('end', async () => { work(4); }); });`,
    ['connection', 'connection data', 'connection', 'connection end'],
  ],
  [
    'dgram',
    `
    const dgram = require('dgram');
    const socket = dgram.createSocket('udp4');
    socket.on('message', async (message, from) => { work(1); });
    dgram.createSocket({ type: 'udp4' }, async (message) => { work(2); });`,
    ['datagram message', 'datagram message'],
  ],
  [
    'sockjs',
    `
    import sockjs from 'sockjs';
    const echo = sockjs.createServer();
    echo.on('connection', (conn) => { conn.on('data', async (message) => { work(1); }); });`,
    ['socket event data'],
  ],
  [
    'primus',
    `
    const Primus = require('primus');
    const primus = new Primus(http, {});
    primus.on('connection', async (spark) => { work(1); spark.on('data', async (data) => { work(2); }); });`,
    ['socket connection', 'socket event data'],
  ],
  [
    'websocket',
    `
    import { server as WebSocketServer } from 'websocket';
    const wss = new WebSocketServer({ httpServer });
    wss.on('request', async (request) => {
      work(1);
      const connection = request.accept('echo', request.origin);
      connection.on('message', async (message) => { work(2); });
    });`,
    ['socket request', 'socket event message'],
  ],
  [
    'faye-websocket and engine.io',
    `
    import WebSocket from 'faye-websocket';
    function upgrade(request, socket, body) {
      const ws = new WebSocket(request, socket, body);
      ws.on('message', async (event) => { work(1); });
    }
    import { Server } from 'engine.io';
    const engine = new Server();
    engine.on('connection', (socket) => { socket.on('message', async (data) => { work(2); }); });`,
    ['socket event message', 'socket event message'],
  ],
  [
    'Colyseus',
    `
    import { Room } from 'colyseus';
    export class Arena extends Room {
      async onCreate() { this.onMessage('move', async (client, message) => { work(1); }); }
      async onJoin(client) { work(2); }
    }`,
    ['message move', 'Arena.onJoin'],
  ],
  [
    'Hocuspocus',
    `
    import { Server, type Extension } from '@hocuspocus/server';
    const server = new Server({ port: 1, async onStoreDocument(data) { work(1); } });
    export class Store implements Extension { async onChange(data) { work(2); } }`,
    ['hocuspocus onStoreDocument', 'hocuspocus onChange'],
  ],
  [
    'graphql-ws',
    `
    import { useServer } from 'graphql-ws/use/ws';
    useServer({ schema, onConnect: async (ctx) => { work(1); }, onDisconnect: async (ctx) => { work(2); } }, sockets);`,
    ['subscriptions onConnect', 'subscriptions onDisconnect'],
  ],
  [
    'aedes',
    `
    import { Aedes } from 'aedes';
    const broker = await Aedes.createBroker({ preConnect: async (client, packet, done) => { work(1); done(null, true); } });
    broker.on('publish', async (packet, client) => { work(2); });`,
    ['broker preConnect', 'broker publish'],
  ],
]);

silent(
  'clients, and servers of other modules',
  `
  import net from 'node:net';
  import { createServer } from './server.js';
  async function work(x) { await x; }
  const socket = net.connect(1);
  socket.on('data', () => { work(1); });
  createServer((connection) => { connection.on('data', () => { work(2); }); });
`,
);
