import { documented } from '../support/documented.ts';
import { flags, silent } from '../support/marked.ts';

documented([
  [
    'uWebSockets.js',
    `
    import uWS from 'uWebSockets.js';
    import type { HttpResponse, WebSocket } from 'uWebSockets.js';
    const app = uWS.App().get('/books', async (res, req) => { work(1); res.end('x'); });
    app.ws('/chat', {
      upgrade: async (res, req, context) => { work(2); res.upgrade({}, 'key', 'protocol', 'extensions', context); },
      open: async (ws) => { work(3); },
      message: async (ws, message, isBinary) => { work(4); },
      close: async (ws, code, message) => { work(5); },
    }).listen(9001, async (socket) => { work(6); });
    async function later(res: HttpResponse) { work(7); }
    async function greet(socket: WebSocket<unknown>) { work(8); }`,
    [
      'GET /books',
      'websocket upgrade',
      'websocket open',
      'websocket message',
      'websocket close',
      'listen',
      'later',
      'greet',
    ],
  ],
  [
    'iobroker',
    `
    import * as utils from '@iobroker/adapter-core';
    class Mail extends utils.Adapter {
      constructor(options = {}) {
        super({ ...options, name: 'mail' });
        this.on('ready', this.onReady.bind(this));
        this.on('message', this.onMessage);
      }
      async onReady() { work(1); }
      onMessage = async (message) => { work(2); };
    }
    const adapter = utils.adapter({ name: 'text', stateChange: async (id, state) => { work(3); }, unload: async (done) => { work(4); } });
    adapter.on('objectChange', async (id, object) => { work(5); });`,
    ['adapter ready', 'event message', 'event stateChange', 'adapter unload', 'event objectChange'],
  ],
]);

flags(
  'a socket is not the answer to a request, and what an adapter stores is work',
  `
  import { App } from 'uWebSockets.js';
  import { adapter } from '@iobroker/adapter-core';
  import { getEventarc } from 'firebase-admin/eventarc';
  import { onRequest } from 'firebase-functions/v2/https';
  App().ws('/', { message: (ws, text) => { tell(ws).then((row) => { used(row); }); } });
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ chained
  async function tell(ws) { await fetch(ws.id); }
  const one = adapter({ name: 'one' });
  one.on('stateChange', (id) => { one.setState(id, true); });
                                  ^^^^^^^^^^^^^^^^^^^^^^ floating
  export const done = onRequest((req, res) => {
    const channel = process.env.CHANNEL && getEventarc().channel(process.env.CHANNEL);
    channel && channel.publish({ type: 'done' });
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ floating
    res.end();
  });`,
);

silent(
  'the same words from other packages',
  `
  import { App, adapter } from 'other';
  async function work(x) { await x; }
  App().ws('/', { message: (ws, text) => { work(1); } });
  const one = adapter({ name: 'one', stateChange: () => { work(2); } });`,
);
