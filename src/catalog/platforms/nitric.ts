import { defineEntry } from '../entry.ts';

const VERBS = 'get|post|put|patch|delete|options';

export const nitric = defineEntry({
  name: 'nitric',
  docs: 'https://nitric.io/docs/reference/nodejs',
  packages: ['@nitric/sdk'],
  versions: '1',
  registrations: [
    { calls: [`@nitric/sdk#api().${VERBS}()`], handlers: ['rest'], label: '{METHOD} {0}' },
    { calls: [`@nitric/sdk#api().route().${VERBS}|all()`], handlers: ['all'], label: '{METHOD}' },
    { calls: ['@nitric/sdk#schedule().every|cron()'], handlers: ['rest'], kind: 'job', label: 'schedule {0}' },
    { calls: ['@nitric/sdk#topic().subscribe()'], handlers: ['all'], kind: 'message', label: 'topic' },
    { calls: ['@nitric/sdk#bucket|websocket().on()'], handlers: ['rest'], kind: 'message', label: 'on {0}' },
    { calls: ['@nitric/sdk#job().handler()'], handlers: ['last'], kind: 'job', label: 'job' },
  ],
  enqueues: ['@nitric/sdk#topic().allow().publish()', '@nitric/sdk#queue().allow().enqueue()'],
  returned: 'awaited',
});
