import { defineEntry } from '../entry.ts';

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'all'];

export const polka = defineEntry({
  name: 'polka',
  docs: 'https://github.com/lukeed/polka#readme',
  packages: ['polka'],
  versions: '0.5',
  receivers: { app: { values: ['polka#default()'], chains: true } },
  registrations: [
    { methods: VERBS, minimumArguments: 2, handlers: ['rest'], label: '{METHOD} {0}' },
    { methods: ['use'], handlers: ['all'], label: 'middleware {0}' },
    { methods: ['add'], minimumArguments: 3, handlers: [2], label: '{0} {1}' },
  ],
  answers: { parameters: [1, 2], ends: ['end'], serialises: ['end'] },
  returned: 'ignored',
});
