import { defineEntry } from '../entry.ts';

export const typeGraphql = defineEntry({
  name: 'type-graphql',
  docs: 'https://typegraphql.com/docs/resolvers.html',
  packages: ['type-graphql'],
  versions: '1, 2',
  decorators: [
    { names: ['type-graphql#Query|Mutation|Subscription()'], label: '{METHOD} {name}' },
    { names: ['type-graphql#FieldResolver()'], label: 'field {name}' },
  ],
  classes: [{ implements: ['type-graphql#MiddlewareInterface'], methods: ['use'], label: 'middleware {class}' }],
  types: { handlers: ['type-graphql#MiddlewareFn', 'type-graphql#AuthChecker'] },
  returned: 'awaited',
  continuation: 1,
});
