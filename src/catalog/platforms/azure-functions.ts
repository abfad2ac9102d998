import { defineEntry } from '../entry.ts';

const TRIGGERS = ['http', 'get', 'post', 'put', 'patch', 'deleteRequest', 'timer', 'storageBlob', 'storageQueue', 'serviceBusQueue', 'serviceBusTopic', 'eventHub', 'eventGrid', 'cosmosDB', 'warmup', 'generic'];

export const azureFunctions = defineEntry({
  name: 'azure functions',
  docs: 'https://learn.microsoft.com/azure/azure-functions/functions-reference-node',
  packages: ['@azure/functions'],
  versions: '4',
  runtime: 'frozen',
  receivers: { app: { values: ['@azure/functions#app'] } },
  registrations: [{ methods: TRIGGERS, handlers: [1, { option: 'handler', argument: 1 }], label: '{method} {0}' }],
  types: { handlers: ['@azure/functions#HttpHandler'], parameters: ['@azure/functions#InvocationContext'] },
  returned: 'awaited',
});
