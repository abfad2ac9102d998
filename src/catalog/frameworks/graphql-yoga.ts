import { defineEntry } from '../entry.ts';
import { resolverMap } from '../resolver-map.ts';

export const graphqlYoga = defineEntry({
  name: 'graphql yoga',
  docs: 'https://the-guild.dev/graphql/yoga-server/docs/features/schema',
  packages: ['graphql-yoga'],
  versions: '3, 4, 5',
  registrations: [
    { calls: ['graphql-yoga#createSchema()'], handlers: resolverMap(0), label: '{key}' },
    { calls: ['graphql-yoga#createYoga()'], handlers: [{ option: 'context', argument: 0 }], label: 'Yoga context' },
    {
      calls: ['graphql-yoga#createYoga()'],
      handlers: [
        {
          option:
            'plugins.onRequest|onResponse|onExecute|onParse|onValidate|onSubscribe|onContextBuilding|onResultProcess',
          argument: 0,
        },
      ],
      label: 'Yoga plugin {key}',
    },
  ],
  returned: 'awaited',
});
