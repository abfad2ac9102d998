import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const HANDLER_TYPES = names(`
  RouteHandler Middleware ErrorHandler ResolverHandler BatchResolverHandler
`);

const HTTP = '@aws-lambda-powertools/event-handler/http';
const GRAPHQL = '@aws-lambda-powertools/event-handler/appsync-graphql';
const EVENTS = '@aws-lambda-powertools/event-handler/appsync-events';
const AGENT = '@aws-lambda-powertools/event-handler/bedrock-agent';
const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'];

export const powertools = defineEntry({
  name: 'lambda powertools',
  docs: 'https://docs.aws.amazon.com/powertools/typescript/latest/features/event-handler/http/',
  packages: ['@aws-lambda-powertools/event-handler', '@aws-lambda-powertools/batch', '@aws-lambda-powertools/commons'],
  versions: '2',
  runtime: 'frozen',
  flavour: 'lambda',
  receivers: {
    app: { values: [`new ${HTTP}#Router()`] },
    graphql: { values: [`new ${GRAPHQL}#AppSyncGraphQLResolver|Router()`] },
    events: { values: [`new ${EVENTS}#AppSyncEventsResolver|Router()`] },
    agent: { values: [`new ${AGENT}#BedrockAgentFunctionResolver()`] },
  },
  registrations: [
    // With only a path, the call is a decorator.
    { methods: VERBS, minimumArguments: 2, handlers: ['rest'], label: '{METHOD} {0}' },
    { methods: ['route'], minimumArguments: 2, handlers: [0], label: '{method} {path}' },
    { methods: ['use'], handlers: [0], label: 'middleware' },
    { methods: ['notFound', 'methodNotAllowed'], handlers: [0], label: '{method}' },
    { methods: ['errorHandler'], minimumArguments: 2, handlers: [1], label: 'error handler {0}' },
    {
      on: 'graphql',
      methods: ['onQuery', 'onMutation', 'onBatchQuery', 'onBatchMutation'],
      minimumArguments: 2,
      handlers: [1],
      label: '{method} {0}',
    },
    {
      on: 'graphql',
      methods: ['resolver', 'batchResolver'],
      minimumArguments: 2,
      handlers: [0],
      label: '{method} {typeName} {fieldName}',
    },
    { on: 'graphql', methods: ['exceptionHandler'], minimumArguments: 2, handlers: [1], label: 'error handler {0}' },
    {
      on: 'events',
      methods: ['onPublish', 'onSubscribe'],
      minimumArguments: 2,
      handlers: [1],
      kind: 'message',
      label: '{method} {0}',
    },
    { on: 'agent', methods: ['tool'], handlers: [0], label: 'tool {name}' },
    {
      calls: ['@aws-lambda-powertools/batch#processPartialResponse|processPartialResponseSync()'],
      handlers: [1],
      kind: 'job',
      label: 'batch record',
    },
  ],
  decorators: [
    { names: [`new ${HTTP}#Router().${VERBS.join('|')}()`], label: '{METHOD} {0}' },
    { names: [`new ${HTTP}#Router().notFound|methodNotAllowed|errorHandler()`], label: 'error handler {name}' },
    {
      names: [`new ${GRAPHQL}#AppSyncGraphQLResolver|Router().onQuery|onMutation|onBatchQuery|onBatchMutation()`],
      label: 'resolver {0}',
    },
    { names: [`new ${GRAPHQL}#AppSyncGraphQLResolver|Router().resolver|batchResolver()`], label: 'resolver {name}' },
    { names: [`new ${GRAPHQL}#AppSyncGraphQLResolver|Router().exceptionHandler()`], label: 'error handler {name}' },
    {
      names: [`new ${EVENTS}#AppSyncEventsResolver|Router().onPublish|onSubscribe()`],
      kind: 'message',
      label: 'channel {0}',
    },
    { names: [`new ${AGENT}#BedrockAgentFunctionResolver().tool()`], label: 'tool {name}' },
  ],
  classes: [
    {
      implements: ['@aws-lambda-powertools/commons/types#LambdaInterface'],
      methods: ['handler'],
      label: 'lambda {class}',
    },
  ],
  types: {
    handlers: [`@aws-lambda-powertools/event-handler/types#${HANDLER_TYPES}`],
  },
  returned: 'awaited',
  launches: [
    `new ${HTTP}#Router().resolve|resolveStream()`,
    `new ${GRAPHQL}#AppSyncGraphQLResolver().resolve()`,
    `new ${EVENTS}#AppSyncEventsResolver().resolve()`,
    `new ${AGENT}#BedrockAgentFunctionResolver().resolve()`,
    '@aws-lambda-powertools/batch#processPartialResponse()',
  ],
});
