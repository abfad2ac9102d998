import { defineEntry } from '../entry.ts';

export const temporal = defineEntry({
  name: 'temporal',
  docs: 'https://docs.temporal.io/develop/typescript/core-application',
  packages: ['@temporalio/worker', '@temporalio/workflow'],
  versions: '1',
  registrations: [
    {
      calls: ['@temporalio/worker#Worker.create()'],
      handlers: [{ option: 'activities.*', argument: 0 }],
      kind: 'job',
      label: 'activity {key}',
    },
    {
      calls: ['@temporalio/worker#Worker.create()'],
      handlers: [{ file: 0, under: 'workflowsPath', each: true }],
      kind: 'job',
      label: 'workflow',
    },
    {
      calls: ['@temporalio/workflow#setHandler()'],
      handlers: [1],
      kind: 'job',
      label: 'signal {0}',
    },
  ],
  files: [
    {
      path: /(?:^|\/)workflows?(?:\/[^/]+)*\.[cm]?[jt]s$/,
      exports: ['*'],
      kind: 'job',
      label: 'workflow {export}',
    },
  ],
  launches: [
    '@temporalio/workflow#proxyActivities|proxyLocalActivities().*()',
    '@temporalio/workflow#executeChild|sleep|condition()',
  ],
  enqueues: ['@temporalio/workflow#startChild()'],
  returned: 'awaited',
});
