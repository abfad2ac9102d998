import { defineEntry } from '../entry.ts';

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'all'];

export const ittyRouter = defineEntry({
  name: 'itty-router',
  docs: 'https://itty.dev/itty-router/routers/router',
  packages: ['itty-router'],
  versions: '5, 6',
  receivers: { app: { values: ['itty-router#Router|IttyRouter|AutoRouter()'], chains: true } },
  registrations: [{ methods: VERBS, minimumArguments: 2, handlers: ['rest'], label: '{METHOD} {0}' }],
  returned: 'awaited',
});
