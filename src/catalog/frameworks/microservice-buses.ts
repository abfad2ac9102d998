import { defineEntry } from '../entry.ts';

export const microserviceBuses = defineEntry({
  name: 'microservices by pattern',
  docs: 'https://senecajs.org/api/',
  packages: ['seneca', 'nats-hemera', 'cote'],
  versions: 'seneca 3, 4; nats-hemera 7; cote 1',
  receivers: {
    app: { values: ['seneca#default()', 'new nats-hemera#default()'], chains: true },
    responder: { values: ['new cote#Responder()', 'new cote#Subscriber()'] },
  },
  registrations: [
    {
      methods: ['add', 'message', 'prepare'],
      minimumArguments: 2,
      handlers: ['last'],
      kind: 'message',
      label: 'pattern {0}',
    },
    { on: 'responder', methods: ['on'], minimumArguments: 2, handlers: [1], kind: 'message', label: 'pattern {0}' },
  ],
  returned: 'caught',
});
