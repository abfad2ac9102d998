import { defineEntry } from '../entry.ts';

export const strapi = defineEntry({
  name: 'strapi',
  docs: 'https://docs.strapi.io/cms/backend-customization/controllers',
  packages: ['@strapi/strapi', '@strapi/core'],
  versions: '4, 5',
  registrations: [
    {
      calls: ['@strapi/strapi#factories.createCoreController()', '@strapi/strapi#createCoreController()'],
      handlers: [{ option: '*', argument: 1 }],
      label: '{0} {key}',
    },
  ],
  files: [
    {
      path: /^src\/(?:api|plugins|extensions)\/.*controllers\/(?<route>.*)\.[jt]s$/,
      exports: ['default'],
      keys: ['*'],
      label: 'controller {route}.{key}',
    },
    { path: /^src\/.*policies\/(?<route>.*)\.[jt]s$/, exports: ['default'], label: 'policy {route}' },
    {
      path: /^src\/.*middlewares\/(?<route>.*)\.[jt]s$/,
      exports: ['default'],
      factory: true,
      label: 'middleware {route}',
    },
    {
      path: /^src\/.*content-types\/(?<route>[^/]*)\/lifecycles\.[jt]s$/,
      exports: ['default'],
      keys: ['*'],
      label: 'lifecycle {route} {key}',
    },
    {
      path: /^src\/index\.[jt]s$/,
      exports: ['default'],
      keys: ['register|bootstrap|destroy'],
      kind: 'lifecycle',
      label: 'strapi {key}',
    },
    {
      path: /^config\/cron-tasks\.[jt]s$/,
      exports: ['default'],
      keys: ['*', '*.task'],
      kind: 'job',
      label: 'cron {key}',
    },
  ],
  answers: {
    parameters: [0],
    ends: ['send', 'redirect', 'badRequest', 'notFound', 'unauthorized', 'forbidden', 'created'],
    assigns: ['body'],
  },
  returned: 'awaited',
  continuation: 1,
});
