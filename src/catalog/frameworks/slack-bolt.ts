import { defineEntry } from '../entry.ts';

export const slackBolt = defineEntry({
  name: 'slack bolt',
  docs: 'https://docs.slack.dev/tools/bolt-js/reference/',
  packages: ['@slack/bolt'],
  versions: '4, 5',
  receivers: { app: { values: ['new @slack/bolt#App()', 'new @slack/bolt#default.App()', 'typed @slack/bolt#App'] } },
  registrations: [{ methods: ['event', 'message', 'action', 'command', 'shortcut', 'view', 'options', 'function'], handlers: ['all'], kind: 'message', label: '{method} {0}' }],
  returned: 'awaited',
});
