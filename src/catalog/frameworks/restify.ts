import { defineEntry } from '../entry.ts';

const VERBS = ['get', 'post', 'put', 'patch', 'del', 'head', 'opts'];

export const restify = defineEntry({
  name: 'restify',
  docs: 'http://restify.com/docs/server-api/',
  packages: ['restify'],
  versions: '11, 12',
  receivers: { app: { values: ['restify#createServer()', 'typed restify#Server'] } },
  registrations: [
    {
      methods: VERBS,
      verbs: { del: 'DELETE', opts: 'OPTIONS' },
      minimumArguments: 2,
      handlers: ['rest'],
      label: '{METHOD} {0}',
    },
    { methods: ['use', 'pre', 'first'], handlers: ['all'], label: 'middleware' },
    { methods: ['param'], minimumArguments: 2, handlers: [1], label: 'parameter {0}' },
    {
      methods: ['on'],
      events: [
        'after',
        'pre',
        'routed',
        'uncaughtException',
        'restifyError',
        'NotFound',
        'MethodNotAllowed',
        'VersionNotAllowed',
        'UnsupportedMediaType',
      ],
      handlers: [1],
      label: 'event {0}',
    },
  ],
  types: { handlers: ['restify#RequestHandler'] },
  shapes: [['request', 'response', 'next']],
  answers: { parameters: [1, 2], ends: ['json', 'send', 'end', 'redirect'], serialises: ['json', 'send', 'end'] },
  returned: 'awaited',
});
