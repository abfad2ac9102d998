import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const FUNCTIONS = names(`
  HttpFunction CloudEventFunction CloudEventFunctionWithCallback EventFunction EventFunctionWithCallback
  HandlerFunction
`);

export const googleFunctions = defineEntry({
  name: 'google functions',
  docs: 'https://cloud.google.com/functions/docs/writing/write-http-functions',
  packages: ['@google-cloud/functions-framework'],
  versions: '3 to 5',
  runtime: 'frozen',
  registrations: [
    { calls: ['@google-cloud/functions-framework#http()'], handlers: [1], label: 'function {0}' },
    {
      calls: ['@google-cloud/functions-framework#cloudEvent()'],
      handlers: [1],
      kind: 'message',
      label: 'function {0}',
    },
  ],
  types: {
    handlers: [`@google-cloud/functions-framework#${FUNCTIONS}`],
    parameters: ['@google-cloud/functions-framework#Request|Response|CloudEvent'],
  },
  // Functions deployed by their exported name.
  shapes: [
    ['req', 'res'],
    ['request', 'response'],
    ['event', 'context'],
    ['data', 'context'],
    ['message', 'context'],
    ['file', 'context'],
    ['event', 'context', 'callback'],
  ],
  returned: 'awaited',
});
