import { defineEntry } from '../entry.ts';
import { resolverMap } from '../resolver-map.ts';

export const mercurius = defineEntry({
  name: 'mercurius',
  docs: 'https://mercurius.dev/#/docs/api/options',
  packages: ['mercurius'],
  versions: '12 to 16',
  receivers: { app: { values: ['fastify#default()', 'fastify#fastify()', 'typed fastify#FastifyInstance'] } },
  registrations: [
    {
      methods: ['register'],
      minimumArguments: 2,
      handlers: [
        ...resolverMap(1),
        { option: 'loaders.*.*', argument: 1 },
        { option: 'loaders.*.*.loader', argument: 1 },
      ],
      label: '{key}',
    },
  ],
  objects: [{ types: ['mercurius#MercuriusLoaders'], handlers: ['*.*', '*.*.loader'], label: '{key}' }],
  types: { parameters: ['mercurius#MercuriusContext'] },
  returned: 'awaited',
});
