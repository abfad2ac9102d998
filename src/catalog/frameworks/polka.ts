import { defineEntry } from '../entry.ts';

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace', 'connect', 'all'];

export const polka = defineEntry({
  name: 'polka',
  docs: 'https://github.com/lukeed/polka#readme',
  packages: ['polka'],
  versions: '0.5',
  receivers: { app: { values: ['polka#default()', 'new polka#default()', 'typed polka#Polka'], chains: true } },
  registrations: [
    { methods: VERBS, minimumArguments: 2, handlers: ['rest'], label: '{METHOD} {0}' },
    { methods: ['use'], handlers: ['all'], label: 'middleware {0}' },
    { methods: ['add'], minimumArguments: 3, handlers: ['rest'], label: '{0} {1}' },
    {
      calls: ['polka#default()', 'new polka#default()'],
      handlers: [{ option: 'onError|onNoMatch', argument: 0 }],
      label: '{key}',
    },
  ],
  types: { handlers: ['polka#Middleware'] },
  answers: { parameters: [1, 2], withError: [2, 3], ends: ['end'], serialises: ['end'] },
  returned: 'ignored',
});
