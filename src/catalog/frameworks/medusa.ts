import { defineEntry } from '../entry.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'];

export const medusa = defineEntry({
  name: 'medusa',
  docs: 'https://docs.medusajs.com/learn/fundamentals/api-routes',
  packages: ['@medusajs/medusa', '@medusajs/framework'],
  versions: '2',
  files: [
    { path: /^src\/api(?<route>(?:\/.*)?)\/route\.[jt]s$/, exports: METHODS, label: '{EXPORT} {route}' },
    {
      path: /^src\/subscribers\/(?<route>.*)\.[jt]s$/,
      exports: ['default'],
      kind: 'message',
      label: 'subscriber {route}',
    },
    { path: /^src\/jobs\/(?<route>.*)\.[jt]s$/, exports: ['default'], kind: 'job', label: 'job {route}' },
    { path: /^src\/loaders\/(?<route>.*)\.[jt]s$/, exports: ['default'], kind: 'lifecycle', label: 'loader {route}' },
  ],
  registrations: [
    {
      calls: ['@medusajs/framework/http#defineMiddlewares()', '@medusajs/medusa#defineMiddlewares()'],
      handlers: [{ option: 'routes.middlewares', argument: 0 }],
      label: 'middleware {matcher}',
    },
    {
      calls: ['@medusajs/framework/http#defineMiddlewares()', '@medusajs/medusa#defineMiddlewares()'],
      handlers: [{ option: 'errorHandler', argument: 0 }],
      label: 'error handler',
    },
    {
      calls: ['@medusajs/framework/workflows-sdk#createStep()', '@medusajs/workflows-sdk#createStep()'],
      minimumArguments: 2,
      handlers: [1, 2],
      kind: 'job',
      label: 'step {0}',
    },
    {
      calls: ['@medusajs/medusa/core-flows#*.hooks.*()', '@medusajs/core-flows#*.hooks.*()'],
      handlers: [0, 1],
      kind: 'job',
      label: 'workflow hook {method}',
    },
  ],
  types: {
    parameters: [
      '@medusajs/framework/http#MedusaRequest|MedusaResponse|AuthenticatedMedusaRequest',
      '@medusajs/framework#SubscriberArgs',
    ],
  },
  answers: {
    parameters: [1, 2],
    withError: [2, 3],
    ends: ['json', 'send', 'sendStatus', 'end', 'redirect'],
    serialises: ['json', 'send', 'end'],
  },
  returned: 'awaited',
  // A condition of a workflow. Its `then` is called once, when the workflow is composed.
  lookalikes: ['@medusajs/framework/workflows-sdk#when()', '@medusajs/workflows-sdk#when()'],
});
