import { defineEntry } from '../entry.ts';

/** The package is the workspace's `api`. Some projects have one package.json for both sides. */
export const redwood = defineEntry({
  name: 'redwood',
  docs: 'https://docs.redwoodjs.com/docs/services',
  packages: ['@redwoodjs/api', '@redwoodjs/graphql-server', '@cedarjs/api', '@cedarjs/graphql-server'],
  versions: '5 to 8',
  files: [
    { path: /^(?:api\/)?src\/services\/(?<route>[^.]*)\.[jt]s$/, exports: ['*'], label: 'service {export}' },
    { path: /^(?:api\/)?src\/functions\/(?<route>[^.]*)\.[jt]s$/, exports: ['handler'], label: 'function {route}' },
    { path: /^(?:api\/)?src\/directives\/(?<route>[^.]*)\.[jt]s$/, exports: ['default'], label: 'directive {route}' },
  ],
  registrations: [
    {
      calls: ['new @redwoodjs/jobs#JobManager().createJob()'],
      handlers: [{ option: 'perform', argument: 0 }],
      kind: 'job',
      label: 'job {variable}',
    },
  ],
  returned: 'awaited',
});
