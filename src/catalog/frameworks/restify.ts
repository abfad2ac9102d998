import { defineEntry } from '../entry.ts';

const VERBS = ['get', 'post', 'put', 'patch', 'del', 'head', 'opts'];

export const restify = defineEntry({
  name: 'restify',
  docs: 'http://restify.com/docs/server-api/',
  packages: ['restify'],
  versions: '11, 12',
  receivers: { app: { values: ['restify#createServer()', 'typed restify#Server'] } },
  registrations: [
    { methods: VERBS, minimumArguments: 2, handlers: ['rest'], label: '{METHOD} {0}' },
    { methods: ['use', 'pre'], handlers: ['all'], label: 'middleware' },
  ],
  types: { handlers: ['restify#RequestHandler'] },
  shapes: [['req', 'res', 'next']],
  answers: { parameters: [1, 2], ends: ['json', 'send', 'end', 'redirect'], serialises: ['json', 'send', 'end'] },
  returned: 'awaited',
});
