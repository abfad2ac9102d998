import { defineEntry } from '../entry.ts';

export const nestjsGraphql = defineEntry({
  name: 'nestjs graphql',
  docs: 'https://docs.nestjs.com/graphql/resolvers',
  packages: ['@nestjs/graphql'],
  versions: '12, 13',
  // `Query` of @nestjs/common is another export, which decorates parameters.
  decorators: [
    { names: ['@nestjs/graphql#Query|Mutation|Subscription()'], label: '{METHOD} {name}' },
    { names: ['@nestjs/graphql#ResolveField|ResolveProperty|ResolveReference()'], label: 'field {name}' },
  ],
  returned: 'awaited',
});
