import { defineEntry } from '../entry.ts';

export const googleFunctions = defineEntry({
  name: 'google functions',
  docs: 'https://cloud.google.com/functions/docs/writing/write-http-functions',
  packages: ['@google-cloud/functions-framework'],
  runtime: 'frozen',
  registrations: [{ calls: ['@google-cloud/functions-framework#http|cloudEvent()'], handlers: [1], label: 'function {0}' }],
  types: { handlers: ['@google-cloud/functions-framework#HttpFunction|CloudEventFunction|EventFunction'] },
  answers: { parameters: [1], ends: ['json', 'send', 'sendStatus', 'end', 'redirect'], serialises: ['json', 'send', 'end'] },
  returned: 'awaited',
});
