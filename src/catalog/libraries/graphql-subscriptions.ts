import { defineEntry } from '../entry.ts';

export const graphqlSubscriptions = defineEntry({
  name: 'graphql-subscriptions',
  docs: 'https://github.com/apollographql/graphql-subscriptions#getting-started-with-your-first-subscription',
  packages: ['graphql-subscriptions'],
  versions: '2 to 3',
  // It only emits an event in the process. The classes for Redis and other brokers come from other packages.
  settled: ['new graphql-subscriptions#PubSub().publish()'],
});
