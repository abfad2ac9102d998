import { defineEntry } from '../entry.ts';

export const hubot = defineEntry({
  name: 'hubot',
  docs: 'https://hubotio.github.io/hubot/scripting.html',
  packages: ['hubot'],
  versions: '3 to 14',
  receivers: { app: { values: ['typed hubot#Robot'] } },
  registrations: [
    {
      methods: ['catchAll', 'enter', 'hear', 'leave', 'listen', 'respond', 'topic'],
      handlers: ['last'],
      kind: 'message',
      label: '{method} {0}',
    },
    { methods: ['on'], minimumArguments: 2, handlers: [1], kind: 'message', label: 'event {0}' },
    { methods: ['error'], handlers: [0], kind: 'message', label: 'error' },
    {
      methods: ['receiveMiddleware', 'listenerMiddleware', 'responseMiddleware'],
      handlers: [0],
      kind: 'message',
      label: '{method}',
    },
  ],
  plugins: { shapes: [['robot']], gives: { 0: 'app' } },
  returned: 'caught',
});
