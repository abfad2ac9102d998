import { defineEntry } from '../entry.ts';

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'any'];

export const adonis = defineEntry({
  name: 'adonisjs',
  docs: 'https://docs.adonisjs.com/guides/basics/routing',
  packages: ['@adonisjs/core', '@adonisjs/http-server'],
  versions: '6, 7',
  receivers: { app: { values: ['@adonisjs/core/services/router#default', 'typed @adonisjs/core/http#Router'] } },
  registrations: [
    { methods: VERBS, minimumArguments: 2, handlers: [1, { action: 1 }], label: '{METHOD} {0}' },
    { methods: ['route'], minimumArguments: 3, handlers: [2, { action: 2 }], label: '{1} {0}' },
    {
      methods: ['resource'],
      minimumArguments: 2,
      handlers: [{ option: 'index|create|store|show|edit|update|destroy', argument: 1 }],
      label: 'resource {0} {key}',
    },
    {
      calls: ['@adonisjs/core/services/emitter#onAny()'],
      handlers: [0],
      kind: 'message',
      label: 'events',
    },
    {
      calls: ['@adonisjs/core/services/emitter#on|once()'],
      minimumArguments: 2,
      handlers: [1],
      kind: 'message',
      label: 'event {0}',
    },
  ],
  files: [
    {
      path: /^app\/(?:[^/]+\/)*controllers\/(?<route>.*)\.[jt]s$/,
      exports: ['default'],
      keys: ['*'],
      label: '{route}.{key}',
    },
    {
      path: /^app\/middleware\/(?<route>.*)\.[jt]s$/,
      exports: ['default'],
      keys: ['handle'],
      label: 'middleware {route}',
    },
    {
      path: /^app\/exceptions\/(?<route>.*)\.[jt]s$/,
      exports: ['default'],
      keys: ['handle|report'],
      label: 'exception {key}',
    },
    {
      path: /^app\/listeners\/(?<route>.*)\.[jt]s$/,
      exports: ['default'],
      keys: ['*'],
      kind: 'message',
      label: 'listener {route}',
    },
    {
      path: /^(?:app\/)?providers\/(?<route>.*)\.[jt]s$/,
      exports: ['default'],
      keys: ['boot|start|ready|shutdown'],
      kind: 'lifecycle',
      label: 'provider {route}.{key}',
    },
    {
      path: /^commands\/(?<route>.*)\.[jt]s$/,
      exports: ['default'],
      keys: ['run'],
      kind: 'job',
      label: 'command {route}',
    },
  ],
  types: {
    handlers: ['@adonisjs/core/types/http#MiddlewareFn|RouteFn'],
    parameters: ['@adonisjs/core/http#HttpContext'],
  },
  returned: 'awaited',
  continuation: 1,
  // Adonis's emitter waits for its listeners.
  enqueues: ['@adonisjs/mail/services/main#sendLater()'],
  launches: ['@adonisjs/core/services/emitter#emit()', '@adonisjs/mail/services/main#send()'],
});
