import { documented, documentedFiles } from '../support/documented.ts';
import { silent } from '../support/marked.ts';

documented([
  [
    'graphql-js, fields and a thunk',
    `
    import { GraphQLObjectType, GraphQLString } from 'graphql';
    new GraphQLObjectType({ name: 'Query', fields: { hello: { type: GraphQLString, resolve: async () => { work(1); } } } });
    new GraphQLObjectType({ name: 'Mutation', fields: () => ({ pay: { type: GraphQLString, resolve: async () => { work(2); } } }) });`,
    ['Query.hello', 'Mutation.pay'],
  ],
  [
    'graphql-tools',
    `
    const { makeExecutableSchema } = require('@graphql-tools/schema');
    const Mutation = { async save() { work(1); } };
    makeExecutableSchema({ typeDefs, resolvers: [{ Query: { me: async () => { work(2); } } }, { Mutation }] });`,
    ['Mutation.save', 'Query.me'],
  ],
  [
    'apollo server',
    `
    import { ApolloServer } from '@apollo/server';
    import { startStandaloneServer } from '@apollo/server/standalone';
    const maps = { Query: { books: async () => { work(1); } }, Subscription: { added: { subscribe: async () => { work(2); } } }, Book: { author: async (book) => { work(book); } } };
    const server = new ApolloServer({ typeDefs, resolvers: maps });
    await startStandaloneServer(server, { context: async ({ req }) => { work(req); return {}; } });`,
    ['Query.books', 'Subscription.added', 'Book.author', 'Apollo context'],
  ],
  [
    'graphql yoga',
    `
    import { createSchema, createYoga } from 'graphql-yoga';
    createYoga({ schema: createSchema({ typeDefs: '', resolvers: { Query: { hello: async () => { work(1); } } } }), context: async () => { work(2); return {}; }, plugins: [{ async onRequest() { work(3); } }] });`,
    ['Query.hello', 'Yoga context', 'Yoga plugin onRequest'],
  ],
  [
    'mercurius',
    `
    import Fastify from 'fastify';
    import mercurius from 'mercurius';
    const app = Fastify();
    app.register(mercurius, { schema: '', resolvers: { Query: { add: async (_, { x }) => { work(x); } } }, loaders: { Dog: { async owner(queries) { work(queries); } } } });`,
    ['Query.add', 'Dog.owner'],
  ],
  [
    'pothos',
    `
    import SchemaBuilder from '@pothos/core';
    const builder = new SchemaBuilder({});
    builder.queryType({ fields: (t) => ({ hello: t.string({ resolve: async () => { work(1); } }) }) });
    builder.mutationField('pay', (t) => t.prismaField({ type: 'Bill', resolve: async () => { work(2); } }));
    builder.objectType('User', { fields: (t) => ({ name: t.field({ type: 'String', resolve: async () => { work(3); } }) }) });
    export const Draft = builder.objectRef('Draft');
    Draft.implement({ fields: (t) => ({ issues: t.field({ type: ['Issue'], resolve: async () => { work(4); } }) }) });`,
    ['field hello', 'field', 'field name', 'field issues'],
  ],
  [
    'nexus',
    `
    import { objectType, extendType, queryField } from 'nexus';
    export const User = objectType({ name: 'User', definition(t) { t.string('name', { resolve: async () => { work(1); } }); } });
    export const Mutations = extendType({ type: 'Mutation', definition: (t) => { t.nonNull.list.field('pay', { type: 'Bill', resolve: async () => { work(2); } }); } });
    export const me = queryField('me', { type: 'User', resolve: async () => { work(3); } });`,
    ['field name', 'field pay', 'field me'],
  ],
  [
    'type-graphql',
    `
    import { Resolver, Query, Mutation, FieldResolver, type MiddlewareFn } from 'type-graphql';
    @Resolver(() => Recipe) export class Recipes {
      @Query(() => [Recipe]) async recipes() { work(1); }
      @Mutation(() => Recipe) async add() { work(2); }
      @FieldResolver() async rating() { work(3); }
      async helper() { work(4); }
    }
    export const log: MiddlewareFn = async (data, next) => { work(5); return next(); };`,
    ['QUERY Recipes.recipes', 'MUTATION Recipes.add', 'field Recipes.rating', 'log'],
  ],
]);

documentedFiles([
  [
    '@apollo/server',
    'src/resolvers.js',
    'export const resolvers = { Mutation: { pay: async () => { work(1); } } };',
    ['Mutation.pay'],
  ],
  [
    'graphql',
    'src/user.ts',
    `import type { MutationResolvers, Resolvers } from './generated.ts'; export const Mutation: MutationResolvers = { save: async () => { work(1); } }; export default { User: { name: async () => { work(2); } } } satisfies Resolvers;`,
    ['Mutation.save', 'User.name'],
  ],
  [
    'apollo-server-express',
    'graph/resolvers/page.js',
    `module.exports = { Query: { async pages() { return {}; } }, PageMutation: { async render(root, args) { work(args); } } };`,
    ['PageMutation.render'],
  ],
  [
    'mercurius',
    'src/resolvers/order.ts',
    `const map = { Mutation: { pay: async (root, args) => { work(args); } } }; export default map;`,
    ['Mutation.pay'],
  ],
  [
    '@apollo/server',
    'src/cache.ts',
    `export const policies = { Query: { fields: { items: { async read() { work(1); } } } } }; export const texts = { Query: 'query', Other: { show: async () => { work(2); } } };`,
    [],
  ],
]);

silent(
  'a resolver map of something else, and one in a package without GraphQL',
  `
  async function work() {}
  const resolvers = { Query: { a: async () => { work(); } } };
  register({ resolvers });`,
);
