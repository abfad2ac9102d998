import { defineEntry } from '../entry.ts';
import { resolverMap } from '../resolver-map.ts';

/**
 * What all GraphQL servers share: graphql-js itself, resolver maps identified by their type or name, and the builders
 * that take them.
 */
export const graphql = defineEntry({
  name: 'graphql',
  docs: 'https://www.graphql-js.org/docs/resolver-anatomy/',
  packages: [
    'graphql',
    '@graphql-tools/schema',
    'graphql-tools',
    '@apollo/server',
    'apollo-server',
    'apollo-server-express',
    'graphql-yoga',
    'mercurius',
  ],
  versions: '15, 16',
  registrations: [
    {
      calls: ['new graphql#GraphQLObjectType()'],
      handlers: [
        { option: 'fields.*.resolve', argument: 0 },
        { option: 'fields.*.subscribe', argument: 0 },
      ],
      label: '{name}.{key}',
    },
    {
      calls: ['@graphql-tools/schema#makeExecutableSchema()', 'graphql-tools#makeExecutableSchema()'],
      handlers: resolverMap(0),
      label: '{key}',
    },
    { calls: ['graphql#graphql()'], handlers: [{ option: 'rootValue.*', argument: 0 }], label: 'Query.{key}' },
  ],
  objects: [
    {
      typeNames: ['Resolvers', 'IResolvers'],
      variables: ['resolvers'],
      members: ['Query', 'Mutation', 'Subscription'],
      handlers: ['*.*', '*.*.resolve', '*.*.subscribe'],
      label: '{key}',
    },
    { typeNames: ['QueryResolvers'], handlers: ['*', '*.resolve'], label: 'Query.{key}' },
    { typeNames: ['MutationResolvers'], handlers: ['*', '*.resolve'], label: 'Mutation.{key}' },
    { typeNames: ['SubscriptionResolvers'], handlers: ['*', '*.resolve', '*.subscribe'], label: 'Subscription.{key}' },
  ],
  types: { handlers: ['graphql#GraphQLFieldResolver'], parameters: ['graphql#GraphQLResolveInfo'] },
  returned: 'awaited',
});
