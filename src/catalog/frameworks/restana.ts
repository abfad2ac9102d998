import { defineEntry } from '../entry.ts';

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace', 'all'];

export const restana = defineEntry({
  name: 'restana',
  docs: 'https://github.com/BackendStack21/restana#readme',
  packages: ['restana', '@rayo/router', 'rayo', '0http'],
  versions: 'restana 4 to 6; rayo 1; 0http 3, 4',
  receivers: {
    app: {
      values: ['restana#default()', 'restana#default().newRouter()', 'rayo#default()', '0http#default().router'],
      chains: true,
    },
  },
  registrations: [
    { methods: VERBS, minimumArguments: 2, handlers: ['rest'], label: '{METHOD} {0}' },
    { methods: ['use', 'through'], handlers: ['all'], label: 'middleware {0}' },
  ],
  answers: { parameters: [1, 2], ends: ['send', 'end'], serialises: ['send', 'end'] },
  returned: 'caught',
});
