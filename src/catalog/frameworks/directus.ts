import { defineEntry } from '../entry.ts';

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'all', 'search'];
// The second has the same functions. Directus imports them from there.
const PACKAGES = ['@directus/extensions-sdk', '@directus/extensions'];

export const directus = defineEntry({
  name: 'directus',
  docs: 'https://directus.io/docs/guides/extensions/api-extensions/hooks',
  packages: PACKAGES,
  versions: '10 to 13',
  receivers: { router: {}, hooks: {} },
  registrations: [
    {
      calls: PACKAGES.map((name) => `${name}#defineEndpoint()`),
      handlers: [],
      gives: { 0: 'router' },
      givesUnder: { handler: { 0: 'router' } },
      label: '',
    },
    { on: 'router', methods: VERBS, minimumArguments: 2, handlers: ['rest'], label: '{METHOD} {0}' },
    { on: 'router', methods: ['use'], handlers: ['all'], label: 'middleware {0}' },
    { calls: PACKAGES.map((name) => `${name}#defineHook()`), handlers: [], gives: { 0: 'hooks' }, label: '' },
    // An `action` is fire-and-forget by design, as documented, so it is no handler here.
    {
      on: 'hooks',
      methods: ['filter', 'init'],
      minimumArguments: 2,
      handlers: [1],
      kind: 'message',
      label: '{method} {0}',
    },
    { on: 'hooks', methods: ['schedule'], minimumArguments: 2, handlers: [1], kind: 'job', label: 'schedule {0}' },
    {
      calls: PACKAGES.map((name) => `${name}#defineOperationApi()`),
      handlers: [{ option: 'handler', argument: 0 }],
      label: 'operation {id}',
    },
  ],
  // `export default { id, handler: (router) => … }` and `export default (router, context) => …`
  plugins: { shapes: [['router'], ['router', 'context']], gives: { 0: 'router' } },
  answers: {
    parameters: [1, 2],
    ends: ['json', 'send', 'sendStatus', 'end', 'redirect'],
    serialises: ['json', 'send', 'end'],
  },
  returned: 'awaited',
});
