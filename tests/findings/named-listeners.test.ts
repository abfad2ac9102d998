import { describe } from 'vitest';
import { flags, silent } from '../support/marked.ts';

const SERVER = `
import { WebSocketServer, WebSocket } from 'ws';
interface Client extends WebSocket { user: string }
const server = new WebSocketServer({ port: 1 });
async function leave() { await fetch('x'); }
`;

describe('listeners that the framework makes handlers', () => {
  silent(
    'a name, as a function in place',
    `${SERVER}server.on('connection', (socket) => { socket.on('close', leave); socket.on('close', async () => { await leave(); }); });`,
  );
  silent(
    'on a socket that is `this`, by its written type',
    `${SERVER}
server.on('connection', (socket) => { join.call(socket); });
async function join(this: Client) { this.once('close', async () => { await leave(); }); }`,
  );
  flags(
    'but not those of an emitter',
    `${SERVER}
import { EventEmitter } from 'node:events';
const bus = new EventEmitter();
server.on('connection', () => { bus.on('gone', leave); });
                                               ^^^^^ callback`,
  );
  flags(
    'nor those of an emitter that a framework has',
    `
import Provider from 'oidc-provider';
async function count() { await fetch('x'); }
express().get('/', () => { const provider = new Provider('x'); provider.on('access_token.issued', count); });
                                                                                                  ^^^^^ callback
import express from 'express';`,
  );
  flags(
    'nor of `this` of another type',
    `${SERVER}
server.on('connection', (socket) => { join.call(socket); });
import { EventEmitter } from 'node:events';
async function join(this: EventEmitter) { this.once('gone', leave); }
                                                            ^^^^^ callback`,
  );
});
