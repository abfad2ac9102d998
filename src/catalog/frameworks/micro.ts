import { defineEntry } from '../entry.ts';

export const micro = defineEntry({
  name: 'micro',
  docs: 'https://github.com/vercel/micro#usage',
  packages: ['micro'],
  versions: '9, 10',
  registrations: [{ calls: ['micro#serve()', 'micro#default()'], handlers: [0], label: 'HTTP request' }],
  types: { handlers: ['micro#RequestHandler'] },
  shapes: [['request', 'response']],
  launches: ['micro#json|text|buffer()'],
  answers: { parameters: [1], ends: ['end'], serialises: ['end'] },
  returned: 'awaited',
});
