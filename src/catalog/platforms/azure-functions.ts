import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const HANDLERS = names(`
  HttpHandler TimerHandler StorageBlobHandler StorageQueueHandler ServiceBusQueueHandler ServiceBusTopicHandler
  EventHubHandler EventGridHandler CosmosDBHandler SqlHandler MySqlHandler WebPubSubHandler WarmupHandler
  ConnectorTriggerHandler FunctionHandler
`);

const HOOKS_AND_TOOLS = names(`
  McpToolTriggerHandler McpResourceTriggerHandler McpPromptTriggerHandler PreInvocationHandler
  PostInvocationHandler LogHookHandler AppStartHandler AppTerminateHandler AzureFunction
`);

const HTTP = ['http', 'get', 'post', 'put', 'patch', 'deleteRequest', 'mcpTool', 'mcpResource', 'mcpPrompt'];
const MESSAGES = ['eventGrid', 'cosmosDB', 'sql', 'mySql', 'webPubSub', 'connectorTrigger', 'generic'];
const JOBS = ['timer', 'storageBlob', 'storageQueue', 'serviceBusQueue', 'serviceBusTopic', 'eventHub'];

export const azureFunctions = defineEntry({
  name: 'azure functions',
  docs: 'https://learn.microsoft.com/azure/azure-functions/functions-reference-node',
  packages: ['@azure/functions', 'durable-functions', 'azure-functions-core-tools'],
  versions: '3, 4',
  runtime: 'frozen',
  receivers: {
    app: { values: ['@azure/functions#app'] },
    hook: { values: ['@azure/functions#app.hook'] },
    durable: { values: ['durable-functions#app'] },
    client: { values: ['durable-functions#app.client'] },
  },
  registrations: [
    { methods: HTTP, minimumArguments: 2, handlers: [1, { option: 'handler', argument: 1 }], label: '{method} {0}' },
    {
      methods: MESSAGES,
      minimumArguments: 2,
      handlers: [{ option: 'handler', argument: 1 }],
      kind: 'message',
      label: '{method} {0}',
    },
    {
      methods: JOBS,
      minimumArguments: 2,
      handlers: [{ option: 'handler', argument: 1 }],
      kind: 'job',
      label: '{method} {0}',
    },
    {
      methods: ['warmup'],
      minimumArguments: 2,
      handlers: [{ option: 'handler', argument: 1 }],
      kind: 'lifecycle',
      label: '{method} {0}',
    },
    { on: 'hook', methods: ['preInvocation', 'postInvocation', 'log'], handlers: [0], label: 'hook {method}' },
    { on: 'hook', methods: ['appStart', 'appTerminate'], handlers: [0], kind: 'lifecycle', label: 'hook {method}' },
    {
      on: 'durable',
      methods: ['activity', 'entity'],
      minimumArguments: 2,
      handlers: [1, { option: 'handler', argument: 1 }],
      kind: 'job',
      label: '{method} {0}',
    },
    {
      on: 'client',
      methods: HTTP,
      minimumArguments: 2,
      handlers: [1, { option: 'handler', argument: 1 }],
      label: '{method} {0}',
    },
    {
      on: 'client',
      methods: [...MESSAGES, ...JOBS],
      minimumArguments: 2,
      handlers: [{ option: 'handler', argument: 1 }],
      kind: 'job',
      label: '{method} {0}',
    },
  ],
  types: {
    handlers: [`@azure/functions#${HANDLERS}`, `@azure/functions#${HOOKS_AND_TOOLS}`],
    parameters: [
      '@azure/functions#InvocationContext|PreInvocationContext|PostInvocationContext|HttpRequest|Context|Timer',
    ],
  },
  // The older programming model: `module.exports = async function (context, req)`.
  shapes: [
    ['context', 'req'],
    ['context', 'request'],
    ['context', 'myTimer'],
    ['context', 'timer'],
    ['context', 'myQueueItem'],
    ['context', 'queueItem'],
    ['context', 'myBlob'],
    ['context', 'documents'],
    ['context', 'eventGridEvent'],
    ['context', 'eventHubMessages'],
    ['context', 'message'],
  ],
  returned: 'awaited',
});
