import { describe } from 'vitest';
import { flags, silent } from '../support/marked.ts';

const SETUP = `
import { createServer } from 'node:http';
import { Server } from 'socket.io';
const io = new Server();
async function share(socket, change) { await store(socket.id, change); }
async function upgrade(req, socket) { await share(socket, req.url); socket.end(); }
`;

describe('work that is given a socket', () => {
  flags(
    'is lost: nobody waits at a socket for what one of its messages starts',
    `${SETUP}
    io.on('connection', (socket) => {
      socket.on('select', (id) => { share(socket, { id }); });
                                    ^^^^^^^^^^^^^^^^^^^^^ floating
      void share(socket, 1);
      ^^^^^^^^^^^^^^^^^^^^^ voided
    });`,
  );
  silent(
    'answers where the socket is that of a request',
    `${SETUP}
    io.on('connection', (socket, req) => { upgrade(req, socket); });`,
  );
  silent(
    'answers where it is given the acknowledgement',
    `${SETUP}
    async function answer(socket, cb) { await share(socket, 1); cb(); }
    io.on('connection', (socket) => { socket.on('ask', (id, cb) => { answer(socket, cb); }); });`,
  );
});
