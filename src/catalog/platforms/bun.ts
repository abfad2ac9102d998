import { defineEntry } from '../entry.ts';

const SOCKET = 'open|message|close|drain|ping|pong|error';

export const bun = defineEntry({
  name: 'bun',
  docs: 'https://bun.com/docs/runtime/http/server',
  packages: ['bun', '@types/bun', 'bun-types'],
  versions: '1',
  receivers: { app: { values: ['global#Bun.serve()', 'bun#serve()', 'typed bun#Server'] } },
  registrations: [
    {
      calls: ['global#Bun.serve()', 'bun#serve()'],
      handlers: ['fetch|error', 'routes.*', 'routes.*.*'].map((option) => ({ option, argument: 0 })),
      label: 'Bun.serve {key}',
    },
    {
      calls: ['global#Bun.serve()', 'bun#serve()'],
      handlers: [{ option: `websocket.${SOCKET}`, argument: 0 }],
      kind: 'message',
      label: 'websocket {key}',
    },
    {
      methods: ['reload'],
      handlers: ['fetch|error', 'routes.*', 'routes.*.*'].map((option) => ({ option, argument: 0 })),
      label: 'Bun.serve {key}',
    },
  ],
  // The entry point's default export is served. Elsewhere, an object with such keys may be anything.
  files: [
    {
      path: /^(?:src\/)?(?:index|server|app|main)\.[cm]?[jt]sx?$/,
      exports: ['default'],
      keys: ['fetch|error', 'routes.*', 'routes.*.*'],
      label: 'Bun.serve {key}',
    },
    {
      path: /^(?:src\/)?(?:index|server|app|main)\.[cm]?[jt]sx?$/,
      exports: ['default'],
      keys: [`websocket.${SOCKET}`],
      kind: 'message',
      label: 'websocket {key}',
    },
  ],
  objects: [
    { types: ['bun#WebSocketHandler'], handlers: [SOCKET], kind: 'message', label: 'websocket {key}' },
    {
      types: ['bun#ServeOptions|Serve'],
      handlers: ['fetch|error', 'routes.*', 'routes.*.*'],
      label: 'Bun.serve {key}',
    },
  ],
  types: { parameters: ['bun#BunRequest', 'global#Bun.BunRequest'] },
  returned: 'awaited',
  launches: [
    'global#Bun.write|sleep()',
    'bun#write|sleep()',
    'global#Bun.file().text|json|arrayBuffer|bytes|formData|exists|delete|write()',
    'bun#file().text|json|arrayBuffer|bytes|formData|exists|delete|write()',
  ],
});
