import { defineEntry } from '../entry.ts';

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'all'];
const ROUTERS = 'Router|IttyRouter|AutoRouter';

export const ittyRouter = defineEntry({
  name: 'itty-router',
  docs: 'https://itty.dev/itty-router/routers/router',
  packages: ['itty-router'],
  versions: '5, 6',
  receivers: {
    app: { values: [`itty-router#${ROUTERS}()`, 'typed itty-router#RouterType|IttyRouterType'], chains: true },
  },
  registrations: [
    { methods: VERBS, minimumArguments: 2, handlers: ['rest'], label: '{METHOD} {0}' },
    {
      calls: [`itty-router#${ROUTERS}()`],
      handlers: [{ option: 'before|finally|catch|missing|format', argument: 0 }],
      label: 'router {key}',
    },
  ],
  types: { handlers: ['itty-router#RequestHandler|ResponseHandler|ErrorHandler'] },
  returned: 'awaited',
});
