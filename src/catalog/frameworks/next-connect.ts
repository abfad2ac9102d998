import { defineEntry } from '../entry.ts';

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace', 'all'];

export const nextConnect = defineEntry({
  name: 'next-connect',
  docs: 'https://github.com/hoangvvo/next-connect#readme',
  packages: ['next-connect'],
  versions: '0, 1',
  receivers: {
    app: { values: ['next-connect#createRouter|createEdgeRouter()', 'next-connect#default()'], chains: true },
  },
  registrations: [
    { methods: VERBS, handlers: ['all'], label: '{METHOD} {0}' },
    { methods: ['use'], handlers: ['all'], label: 'middleware {0}' },
    { calls: ['next-connect#default()'], handlers: [{ option: 'onError|onNoMatch', argument: 0 }], label: '{key}' },
    { methods: ['handler'], handlers: [{ option: 'onError|onNoMatch', argument: 0 }], label: '{key}' },
  ],
  answers: { parameters: [1, 2], ends: ['json', 'send', 'end', 'redirect'], serialises: ['json', 'send', 'end'] },
  returned: 'awaited',
});
