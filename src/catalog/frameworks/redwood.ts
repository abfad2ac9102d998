import { defineEntry } from '../entry.ts';

/** The package is the workspace's `api`. Some projects have one package.json for both sides. */
export const redwood = defineEntry({
  name: 'redwood',
  docs: 'https://docs.redwoodjs.com/docs/services',
  packages: ['@redwoodjs/api', '@redwoodjs/graphql-server', '@cedarjs/api', '@cedarjs/graphql-server'],
  versions: '5 to 8',
  files: [
    { path: /^(?:api\/)?src\/services\/(?<route>[^.]*)\.[jt]s$/, exports: ['*'], label: 'service {export}' },
    // Resolvers of the fields of a type: `export const Post = { author: … }`.
    {
      path: /^(?:api\/)?src\/services\/(?<route>[^.]*)\.[jt]s$/,
      exports: ['*'],
      keys: ['*'],
      label: 'field {export}.{key}',
    },
    { path: /^(?:api\/)?src\/lib\/auth\.[jt]s$/, exports: ['getCurrentUser'], label: '{export}' },
    { path: /^(?:api\/)?src\/functions\/(?<route>[^.]*)\.[jt]s$/, exports: ['handler'], label: 'function {route}' },
    { path: /^(?:api\/)?src\/directives\/(?<route>[^.]*)\.[jt]s$/, exports: ['default'], label: 'directive {route}' },
  ],
  registrations: [
    {
      calls: ['@redwoodjs/graphql-server#createGraphQLHandler()', '@cedarjs/graphql-server#createGraphQLHandler()'],
      handlers: [{ option: 'onException|context|getCurrentUser', argument: 0 }],
      label: 'graphql {key}',
    },
    {
      calls: ['new @redwoodjs/auth-dbauth-api#DbAuthHandler()', 'new @cedarjs/auth-dbauth-api#DbAuthHandler()'],
      handlers: [{ option: 'forgotPassword|login|resetPassword|signup.handler', argument: 2 }],
      label: 'auth {key}',
    },
    {
      calls: ['new @redwoodjs/jobs#JobManager().createJob()'],
      handlers: [{ option: 'perform', argument: 0 }],
      kind: 'job',
      label: 'job {variable}',
    },
  ],
  returned: 'awaited',
});
