// The connections that clients hold when a server gets the signal. `answer()` says what happened to them, once the
// server has ended.
import { Buffer } from 'node:buffer';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';
import { clearInterval, setInterval } from 'node:timers';
import { setTimeout as sleep } from 'node:timers/promises';

/** The pause between two requests of one client. */
const PAUSE_MS = 50;
const CLIENTS = 10;
/** How fast the client reads. At this rate, 20 MB take longer than any limit of a second. */
const BYTES_PER_MS = 10_000;
const UPGRADE =
  'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n';
const HOST = ' HTTP/1.1\r\nHost: a\r\n';

const TASKS = {
  /** Clients that request one task after another, each over its own connection, until the server stops responding. */
  'tasks, under load': async (port) => {
    const failures = [];
    const client = async (number) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (let task = 0; ; task += 1) {
        const { status, reused } = await ask(port, `/task/${number}-${task}`, agent);
        // A new connection that comes too late is no failure of the server.
        if (typeof status === 'string' && reused) failures.push(status);
        if (status !== 200) return;
        await sleep(PAUSE_MS);
      }
    };
    const clients = Array.from({ length: CLIENTS }, (_, number) => client(number));
    await sleep(500);
    return { answer: () => Promise.all(clients).then(() => (failures.length > 0 ? `${failures.length} reset` : '')) };
  },
};

const SLOW = {
  'a slow request': async (port) => {
    const asked = ask(port, '/slow', new Agent({ keepAlive: true }));
    await sleep(400);
    return { answer: () => asked.then(({ status }) => (status === 200 ? '' : 'not answered')) };
  },
  /** An answer that is written at once. The client takes two seconds to read it, however busy the machine is. */
  'a download': async (port) => {
    const [response] = await once(get({ host: '127.0.0.1', port, path: '/download' }), 'response');
    const from = performance.now();
    let taken = 0;
    const read = (async () => {
      try {
        for await (const chunk of response) {
          taken += chunk.length;
          await sleep(Math.max(0, taken / BYTES_PER_MS - (performance.now() - from)));
        }
      } catch {
        // The response was cut off.
      }
    })();
    return { answer: () => read.then(() => (response.complete ? '' : 'cut off')) };
  },
};

export const HELD = {
  ...TASKS,
  ...SLOW,
  'idle, kept': async (port) => {
    await ask(port, '/', new Agent({ keepAlive: true }));
    await sleep(1000);
  },
  events: (port) => open(port, `GET /events${HOST}\r\n`),
  silent: (port) => open(port, ''),
  'half a header': (port) => open(port, 'GET / HT'),
  'half a body': (port) => open(port, `POST /upload${HOST}Content-Length: 99\r\n\r\nhalf`),
};

const session = async (port, path) => {
  const made = connectHttp2(`http://127.0.0.1:${port}`).on('error', () => undefined);
  await once(made, 'connect');
  return path === undefined ? {} : stream(made, path);
};

/** `ended`: whether the response arrived completely. */
async function stream(made, path) {
  const asked = made.request({ ':path': path }).on('error', () => undefined);
  let status;
  const answered = new Promise((resolve) => {
    asked.once('response', (headers) => resolve((status = headers[':status']))).once('close', resolve);
  });
  const ended = new Promise((resolve) => {
    asked.resume().once('close', () => resolve(status === 200 && asked.rstCode === 0));
  });
  if (path === '/events') await answered;
  return { ended };
}

export const OF_HTTP2 = {
  'tasks, under load': async (port) => {
    const made = connectHttp2(`http://127.0.0.1:${port}`).on('error', () => undefined);
    let failures = 0;
    const client = async (number) => {
      for (let task = 0; !made.closed && !made.destroyed; task += 1) {
        const { ended } = await stream(made, `/task/${number}-${task}`);
        if (!(await ended)) failures += 1;
        await sleep(PAUSE_MS);
      }
    };
    const clients = Array.from({ length: CLIENTS }, (_, number) => client(number));
    await sleep(500);
    return { answer: () => Promise.all(clients).then(() => (failures > 0 ? `${failures} reset` : '')) };
  },
  'a slow request': async (port) => {
    const { ended } = await session(port, '/slow');
    await sleep(400);
    return { answer: async () => ((await ended) ? '' : 'not answered') };
  },
  'idle, kept': (port) => session(port),
  events: (port) => session(port, '/events'),
  'half a body': async (port) => {
    const made = connectHttp2(`http://127.0.0.1:${port}`).on('error', () => undefined);
    const asked = made.request({ ':path': '/upload', ':method': 'POST' }).on('error', () => undefined);
    await once(made, 'connect');
    asked.write('half');
    await sleep(150);
  },
};

const SOCKET = '/socket.io/?EIO=4&transport=';
const openWebSocket = (port) => open(port, `GET /${HOST}${UPGRADE}`);
/** A text message "a" as a frame of RFC 6455, masked with zeros as a client's has to be. */
const MESSAGE = Buffer.from([0x81, 0x81, 0, 0, 0, 0, 0x61]);
export const OF_WS = {
  ...TASKS,
  'a WebSocket': openWebSocket,
  'a WebSocket that keeps sending': async (port) => {
    const socket = await openWebSocket(port);
    const sending = setInterval(() => socket.write(MESSAGE), PAUSE_MS);
    socket.once('close', () => clearInterval(sending));
  },
};
export const OF_SOCKET_IO = {
  ...TASKS,
  'a WebSocket': (port) => open(port, `GET ${SOCKET}websocket${HOST}${UPGRADE}`),
  'a poll': async (port) => {
    const agent = new Agent({ keepAlive: true });
    const { text } = await ask(port, `${SOCKET}polling`, agent);
    void ask(port, `${SOCKET}polling&sid=${/"sid":"([^"]+)"/.exec(text)[1]}`, agent);
    await sleep(200);
  },
};

function ask(port, path, agent) {
  return new Promise((resolve) => {
    const sent = get({ host: '127.0.0.1', port, path, agent }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk));
      response.on('error', ({ code }) => resolve({ status: code, reused: sent.reusedSocket }));
      response.on('end', () => resolve({ status: response.statusCode, text }));
    }).on('error', ({ code }) => resolve({ status: code, reused: sent.reusedSocket }));
  });
}

/** A connection that sends this text and nothing more, until the server closes it. */
async function open(port, text) {
  const socket = connect(port, '127.0.0.1').on('error', () => undefined);
  socket.resume();
  await once(socket, 'connect');
  if (text !== '') socket.write(text);
  await sleep(150);
  return socket;
}
