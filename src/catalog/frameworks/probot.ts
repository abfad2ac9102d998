import { defineEntry } from '../entry.ts';

export const probot = defineEntry({
  name: 'probot',
  docs: 'https://probot.github.io/docs/webhooks/',
  packages: ['probot'],
  versions: '12, 13, 14',
  receivers: { app: { values: ['new probot#Probot()'] } },
  registrations: [
    { methods: ['on'], minimumArguments: 2, handlers: [1], kind: 'message', label: 'webhook {0}' },
    { methods: ['onAny', 'onError'], handlers: [0], kind: 'message', label: 'webhook {method}' },
  ],
  plugins: { shapes: [['app'], ['robot'], ['app', 'options']], gives: { 0: 'app' } },
  types: { parameters: ['probot#Context'], kind: 'message' },
  namedParameters: [{ names: ['context'], is: 'typed probot#Context' }],
  returned: 'awaited',
  launches: ['typed probot#Context.octokit.**()'],
  lookalikes: ['typed probot#Context.repo|issue|pullRequest()'],
});
