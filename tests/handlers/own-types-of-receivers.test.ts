import { describe } from 'vitest';
import { flags, silent } from '../support/marked.ts';

const SETUP = `
import { EventEmitter } from 'node:events';
import { Server, Socket } from 'socket.io';
const io = new Server();
async function store(name: string) { await fetch(name); }
interface Client extends Socket { userId: number }
type Member = { userId: number } & Socket;
class Peer extends Socket { userId = 0; }
interface Bus extends EventEmitter { name: string }
`;
const LISTENER = `async (name, reply) => {
        try { await store(name); reply({ ok: true }); } catch (error) { if (error instanceof Error) reply({ ok: false }); }
      }`;

describe("a listener on a value of the user's own type", () => {
  for (const type of ['Client', 'Member', 'Peer'])
    silent(
      `is a handler, as on the type that ${type} extends`,
      `${SETUP}
      io.on('connection', (socket: ${type}) => { socket.on('setup', ${LISTENER}); });`,
    );
  flags(
    'is checked as a handler',
    `${SETUP}
    export function create(socket: Client) {
      socket.on('setup', (name) => { store(name); });
                                     ^^^^^^^^^^^ floating
    }`,
  );
  flags(
    'is a dropped callback where the type extends an emitter of no framework',
    `${SETUP}
    import { createServer } from 'node:http';
    export function create(bus: Bus) {
      createServer((req, res) => {
        bus.on('setup', async (name) => { await store(name); });
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ callback
        res.end();
      });
    }`,
  );
});
