import { defineEntry } from '../entry.ts';

const SERVERS = [
  'partyserver#Server',
  'agents#Agent',
  'agents/mcp#McpAgent',
  'agents/ai-chat-agent#AIChatAgent',
  '@cloudflare/ai-chat#AIChatAgent',
];
const PARTIES = ['partykit/server#Server|PartyServer|Worker'];

/** Servers of rooms. PartyKit, its successor partyserver and the agents built on that call them the same way. */
export const partykit = defineEntry({
  name: 'partykit',
  docs: 'https://docs.partykit.io/reference/partyserver-api/',
  // Rooms live on after a response, as durable objects do.
  packages: ['partykit', 'partyserver', 'agents', '@cloudflare/workers-types', 'wrangler'],
  classes: [
    {
      extends: SERVERS,
      implements: PARTIES,
      methods: [
        'onConnect',
        'onMessage',
        'onClose',
        'onError',
        'onChatMessage',
        'onEmail',
        'onStateUpdate',
        'onStateChanged',
      ],
      kind: 'message',
      label: 'room {class}.{name}',
    },
    {
      extends: SERVERS,
      implements: PARTIES,
      methods: ['onRequest', 'onFetch', 'onBeforeConnect', 'onBeforeRequest'],
      label: 'room {class}.{name}',
    },
    {
      extends: SERVERS,
      implements: PARTIES,
      methods: ['onAlarm', 'onCron'],
      kind: 'job',
      label: 'room {class}.{name}',
    },
    { extends: SERVERS, implements: PARTIES, methods: ['onStart'], kind: 'lifecycle', label: 'room {class}.{name}' },
  ],
  decorators: [{ names: ['agents#callable|unstable_callable()'], kind: 'message', label: 'callable {name}' }],
  enqueues: ['typed agents#Agent.schedule|scheduleEvery|queue()'],
  // A fiber is stored in the object's storage, keeps the object alive, and is recovered if that fails.
  lookalikes: ['typed agents#Agent.runFiber()'],
  returned: 'awaited',
});
