import { defineEntry } from '../entry.ts';
import { resolverMap } from '../resolver-map.ts';

const SERVERS = [
  '@apollo/server',
  'apollo-server',
  'apollo-server-express',
  'apollo-server-koa',
  'apollo-server-fastify',
  'apollo-server-lambda',
  'apollo-server-micro',
];
const CONSTRUCTORS = SERVERS.map((server) => `new ${server}#ApolloServer()`);

export const apollo = defineEntry({
  name: 'apollo server',
  docs: 'https://www.apollographql.com/docs/apollo-server/data/resolvers',
  packages: SERVERS,
  versions: '3, 4, 5',
  registrations: [
    { calls: CONSTRUCTORS, handlers: resolverMap(0), label: '{key}' },
    {
      calls: CONSTRUCTORS,
      handlers: [
        { option: 'context', argument: 0 },
        { option: 'formatError', argument: 0 },
        { option: 'plugins.requestDidStart', argument: 0 },
      ],
      label: 'Apollo context or plugin',
    },
    {
      calls: CONSTRUCTORS,
      handlers: [{ option: 'plugins.serverWillStart', argument: 0 }],
      kind: 'lifecycle',
      label: 'Apollo serverWillStart',
    },
    {
      calls: [
        '@apollo/server/standalone#startStandaloneServer()',
        '@apollo/server/express4#expressMiddleware()',
        '@as-integrations/express5#expressMiddleware()',
        '@as-integrations/express4#expressMiddleware()',
        '@as-integrations/next#startServerAndCreateNextHandler()',
        '@as-integrations/fastify#fastifyApolloHandler()',
        '@as-integrations/koa#koaMiddleware()',
        '@as-integrations/aws-lambda#startServerAndCreateLambdaHandler()',
      ],
      handlers: [{ option: 'context' }],
      label: 'Apollo context',
    },
  ],
  types: { handlers: ['@apollo/server#ContextFunction'] },
  returned: 'awaited',
});
