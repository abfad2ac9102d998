import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const FILES = names(`
  access copyFile cp open opendir rename truncate rm rmdir mkdir readdir readlink symlink lstat stat statfs link
  unlink chmod chown utimes realpath mkdtemp writeFile appendFile readFile
`);

const DNS = names(`
  lookup lookupService resolve resolve4 resolve6 resolveAny resolveCaa resolveCname resolveMx resolveNaptr
  resolveNs resolvePtr resolveSoa resolveSrv resolveTxt reverse
`);

export const node = defineEntry({
  name: 'node',
  docs: 'https://nodejs.org/docs/latest/api/',
  packages: [],
  starts: [
    {
      calls: [
        'http#createServer().**.listen()',
        'https#createServer().**.listen()',
        'http2#createServer|createSecureServer().**.listen()',
        'new http#Server().**.listen()',
        'new https#Server().**.listen()',
      ],
      closable: 'result',
    },
  ],
  receivers: {
    server: {
      values: [
        'http#createServer()',
        'https#createServer()',
        'http2#createServer|createSecureServer()',
        'new http#Server()',
        'new https#Server()',
        'typed http2#Http2Server',
        'typed http2#Http2SecureServer',
      ],
    },
  },
  registrations: [
    {
      calls: [
        'http#createServer()',
        'https#createServer()',
        'http2#createServer|createSecureServer()',
        'new http#Server()',
        'new https#Server()',
      ],
      handlers: ['last'],
      label: 'HTTP request',
    },
    {
      on: 'server',
      methods: ['on', 'once', 'addListener'],
      events: ['request', 'checkContinue', 'checkExpectation', 'upgrade', 'connect'],
      handlers: [1],
      label: 'HTTP {0}',
    },
    { on: 'server', methods: ['listen'], handlers: ['last'], kind: 'lifecycle', label: 'listen', drops: true },
  ],
  types: { handlers: ['http#RequestListener'], parameters: ['http#IncomingMessage', 'http#ServerResponse'] },
  answers: { parameters: [1], ends: ['end'], serialises: ['end', 'write'] },
  returned: 'ignored',
  drops: [
    {
      values: [
        'timers#setTimeout()',
        'timers#setInterval()',
        'timers#setImmediate()',
        'global#process.nextTick()',
        'process#nextTick()',
      ],
      callback: 0,
    },
    { method: 'on', callback: 1 },
    { method: 'once', callback: 1 },
    { method: 'addListener', callback: 1 },
    { method: 'prependListener', callback: 1 },
  ],
  forwards: ['new async_hooks#AsyncLocalStorage().run|exit()', 'new async_hooks#AsyncResource().runInAsyncScope()'],
  launches: [
    `fs/promises#${FILES}()`,
    `fs#promises.${FILES}()`,
    'timers/promises#setTimeout|setImmediate()',
    'timers/promises#scheduler.wait|yield()',
    'stream/promises#pipeline|finished()',
    `dns/promises#${DNS}()`,
    `dns#promises.${DNS}()`,
    `new dns/promises#Resolver().${DNS}()`,
    'readline/promises#createInterface().question()',
    'events#once()',
    'util#promisify()()',
  ],
});
