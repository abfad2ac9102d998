import { defineEntry } from '../entry.ts';

const METHODS = 'find|get|create|update|patch|remove';
const CONTEXT = 'typed @feathersjs/feathers#HookContext';
const APPLICATIONS = [
  '@feathersjs/feathers#feathers()',
  '@feathersjs/feathers#default()',
  '@feathersjs/express#default()',
  '@feathersjs/koa#koa()',
  'typed @feathersjs/feathers#Application',
];

export const feathers = defineEntry({
  name: 'feathers',
  docs: 'https://feathersjs.com/api/services',
  packages: ['@feathersjs/feathers'],
  versions: '4, 5',
  receivers: {
    app: {
      values: APPLICATIONS,
      chains: true,
    },
    // What these return is no application.
    server: { from: { receiver: 'app', method: 'listen' } },
    setting: { from: { receiver: 'app', method: 'get' } },
    service: { from: { receiver: 'app', method: 'service' } },
  },
  registrations: [
    { methods: ['use'], minimumArguments: 2, handlers: [{ option: METHODS, argument: 1 }], label: '{0}.{key}' },
    {
      methods: ['hooks'],
      handlers: [
        { option: 'around|before|after|error.*', argument: 0 },
        { option: 'around|before|after|error', argument: 0 },
      ],
      label: 'hook {key}',
    },
    { methods: ['configure'], handlers: [], plugin: true, gives: { 0: 'app' }, label: 'plugin' },
    { methods: ['on'], minimumArguments: 2, handlers: [1], kind: 'message', label: 'event {0}' },
    { methods: ['publish'], handlers: ['last'], kind: 'message', label: 'publish {0}' },
    { on: 'service', methods: ['on', 'once'], minimumArguments: 2, handlers: [1], kind: 'message', label: 'event {0}' },
    {
      on: 'service',
      methods: ['hooks'],
      handlers: [{ option: 'around|before|after|error.*', argument: 0 }],
      label: 'hook {key}',
    },
  ],
  classes: [
    {
      implements: ['@feathersjs/feathers#ServiceMethods|ServiceInterface|Service'],
      methods: METHODS.split('|'),
      label: '{class}.{name}',
    },
  ],
  // `app.configure(users)` calls `users.call(app, app)`.
  plugins: { shapes: [['app']], gives: { 0: 'app' }, asThis: 'app' },
  types: { parameters: ['@feathersjs/feathers#HookContext'] },
  namedParameters: [
    { names: ['context', 'hook'], is: CONTEXT },
    { names: ['app'], is: 'typed @feathersjs/feathers#Application' },
  ],
  launches: [...APPLICATIONS, `${CONTEXT}.app`].map((app) => `${app}.service().${METHODS}()`),
  returned: 'awaited',
  continuation: 1,
});
