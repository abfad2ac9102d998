import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const ARGUMENTS = names(`
  AllMiddlewareArgs SlackCommandMiddlewareArgs SlackEventMiddlewareArgs SlackActionMiddlewareArgs
  SlackViewMiddlewareArgs SlackShortcutMiddlewareArgs
`);

export const slackBolt = defineEntry({
  name: 'slack bolt',
  docs: 'https://docs.slack.dev/tools/bolt-js/reference/',
  packages: ['@slack/bolt'],
  versions: '4, 5',
  receivers: { app: { values: ['new @slack/bolt#App()'] } },
  registrations: [
    {
      methods: ['event', 'message', 'action', 'command', 'shortcut', 'view', 'options', 'function'],
      handlers: ['all'],
      kind: 'message',
      label: '{method} {0}',
    },
    { methods: ['use'], handlers: ['all'], kind: 'message', label: 'middleware' },
    { methods: ['error'], handlers: [0], kind: 'message', label: 'error handler' },
  ],
  types: {
    parameters: [`@slack/bolt#${ARGUMENTS}`],
    kind: 'message',
  },
  returned: 'awaited',
  continuation: 'next',
  launches: ['typed @slack/bolt#AllMiddlewareArgs.client.**()', 'typed @slack/bolt#SayFn|AckFn|RespondFn()'],
});
