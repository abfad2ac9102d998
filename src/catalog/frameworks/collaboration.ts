import { defineEntry } from '../entry.ts';

const HOOKS = [
  ...[
    'afterHandleMessage',
    'afterLoadDocument',
    'afterStoreDocument',
    'afterUnloadDocument',
    'beforeBroadcastStateless',
  ],
  ...['beforeHandleMessage', 'beforeUnloadDocument', 'connected', 'onAuthenticate', 'onAwarenessUpdate', 'onChange'],
  ...['onConnect', 'onDisconnect', 'onLoadDocument', 'onRequest', 'onStateless', 'onStoreDocument', 'onUpgrade'],
].join('|');

export const collaboration = defineEntry({
  name: 'collaboration servers',
  docs: 'https://tiptap.dev/docs/hocuspocus/server/hooks',
  packages: ['@hocuspocus/server', 'graphql-ws', 'aedes'],
  versions: '@hocuspocus/server 2, 3; graphql-ws 5, 6; aedes 0, 1',
  receivers: {
    broker: {
      values: ['new aedes#default()', 'new aedes#Aedes()', 'aedes#default()', 'aedes#Aedes.createBroker()'],
    },
  },
  registrations: [
    {
      calls: [
        'new @hocuspocus/server#Server()',
        'new @hocuspocus/server#Hocuspocus()',
        '@hocuspocus/server#Server.configure()',
        'new @hocuspocus/server#Hocuspocus().configure()',
      ],
      handlers: [{ option: HOOKS, argument: 0 }],
      kind: 'message',
      label: 'hocuspocus {key}',
    },
    {
      calls: [
        'graphql-ws/lib/use/ws#useServer()',
        'graphql-ws/use/ws#useServer()',
        'graphql-ws/lib/use/uWebSockets#makeBehavior()',
      ],
      handlers: [
        {
          option: 'context|onComplete|onConnect|onDisconnect|onClose|onError|onNext|onOperation|onSubscribe',
          argument: 0,
        },
      ],
      kind: 'message',
      label: 'subscriptions {key}',
    },
    { on: 'broker', methods: ['on', 'once'], minimumArguments: 2, handlers: [1], kind: 'message', label: 'broker {0}' },
    {
      calls: ['new aedes#default()', 'aedes#default()', 'aedes#Aedes.createBroker()'],
      handlers: [
        {
          option: 'authenticate|authorizeForward|authorizePublish|authorizeSubscribe|preConnect|published',
          argument: 0,
        },
      ],
      kind: 'message',
      label: 'broker {key}',
    },
  ],
  classes: [
    {
      implements: ['@hocuspocus/server#Extension'],
      methods: HOOKS.split('|'),
      kind: 'message',
      label: 'hocuspocus {name}',
    },
  ],
  returned: 'awaited',
});
