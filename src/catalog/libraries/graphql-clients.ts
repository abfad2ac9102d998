import { defineEntry } from '../entry.ts';

export const graphqlClients = defineEntry({
  name: 'graphql clients',
  docs: 'https://github.com/graffle-js/graffle',
  packages: ['graphql-request', '@apollo/client', '@urql/core'],
  launches: [
    'graphql-request#default|request|rawRequest|batchRequests()',
    'new graphql-request#GraphQLClient().request|rawRequest|batchRequests()',
    'new @apollo/client#ApolloClient().query|mutate|refetchQueries|resetStore|clearStore()',
    '@urql/core#createClient().query|mutation().toPromise()',
    'new @urql/core#Client().query|mutation().toPromise()',
  ],
});
