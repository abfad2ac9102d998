import { defineEntry } from '../entry.ts';

/** `@loopback/core` also exports the names of the context. */
const CORE = ['@loopback/core', '@loopback/context'];
/** `@loopback/rest` re-exports the decorators. */
const REST = ['@loopback/rest', '@loopback/openapi-v3'];

export const loopback = defineEntry({
  name: 'loopback',
  docs: 'https://loopback.io/doc/en/lb4/Interceptor.html',
  packages: ['@loopback/rest', '@loopback/core'],
  versions: 'rest 12 to 15',
  decorators: [
    { names: REST.map((module) => `${module}#get|post|put|patch|del()`), label: '{METHOD} {path}' },
    { names: REST.map((module) => `${module}#operation()`), label: 'operation {0}' },
  ],
  classes: [
    {
      implements: ['@loopback/core#LifeCycleObserver'],
      decorated: ['@loopback/core#lifeCycleObserver()'],
      methods: ['init', 'start', 'stop'],
      kind: 'lifecycle',
      label: 'lifecycle {class}.{name}',
    },
    {
      decorated: CORE.map((module) => `${module}#globalInterceptor()`),
      methods: ['intercept'],
      label: 'interceptor {class}',
    },
    {
      implements: ['@loopback/rest#SequenceHandler'],
      extends: ['@loopback/rest#DefaultSequence|MiddlewareSequence'],
      methods: ['handle'],
      label: 'sequence {class}',
    },
    {
      implements: ['@loopback/authentication#AuthenticationStrategy'],
      methods: ['authenticate'],
      label: 'authentication {class}',
    },
  ],
  registrations: [
    {
      calls: ['new @loopback/cron#CronJob()'],
      handlers: [{ option: 'onTick', argument: 0 }],
      kind: 'job',
      label: 'cron {name}',
    },
  ],
  types: {
    handlers: [
      ...CORE.map((module) => `${module}#Interceptor|GenericInterceptor`),
      '@loopback/rest#Middleware',
      '@loopback/express#Middleware',
    ],
  },
  returned: 'awaited',
  continuation: 1,
});
