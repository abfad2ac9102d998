import { defineEntry } from '../entry.ts';

export const triggerDev = defineEntry({
  name: 'trigger.dev',
  docs: 'https://trigger.dev/docs/tasks/overview',
  packages: ['@trigger.dev/sdk'],
  versions: '3, 4',
  registrations: [
    {
      calls: [
        '@trigger.dev/sdk#task|schemaTask()',
        '@trigger.dev/sdk#schedules.task()',
        '@trigger.dev/sdk/v3#task|schemaTask()',
        '@trigger.dev/sdk/v3#schedules.task()',
      ],
      handlers: [{ option: 'run', argument: 0 }],
      kind: 'job',
      label: 'task {id}',
    },
    {
      calls: ['@trigger.dev/sdk#task|schemaTask()', '@trigger.dev/sdk/v3#task|schemaTask()'],
      handlers: [{ option: 'onStart|onSuccess|onFailure|onComplete|init|cleanup', argument: 0 }],
      kind: 'job',
      label: 'task {id} {key}',
    },
  ],
  returned: 'awaited',
  enqueues: [
    '@trigger.dev/sdk#tasks.trigger|batchTrigger|triggerAndWait()',
    '@trigger.dev/sdk/v3#tasks.trigger|batchTrigger|triggerAndWait()',
    '@trigger.dev/sdk#task|schemaTask().trigger|batchTrigger|triggerAndWait|batchTriggerAndWait()',
    '@trigger.dev/sdk/v3#task|schemaTask().trigger|batchTrigger|triggerAndWait|batchTriggerAndWait()',
  ],
});
