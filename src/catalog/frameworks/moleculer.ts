import { defineEntry } from '../entry.ts';

const ACTIONS = ['actions.*', 'actions.*.handler', 'hooks.before|after|error.*'];
const EVENTS = ['events.*', 'events.*.handler'];
const LIFECYCLE = ['created', 'started', 'stopped', 'merged'];
const SCHEMAS = ['moleculer#ServiceSchema'];
const TAKERS = ['new moleculer#ServiceBroker().createService()', 'typed moleculer#Service.parseServiceSchema()'];
/** Hooks of the service that moleculer-web makes a gateway, and routes that it answers itself. */
const GATEWAY = [
  'settings.routes.onBeforeCall|onAfterCall|onError',
  'settings.routes.aliases.*',
  'settings.onError',
  'methods.authenticate|authorize',
];
const WRAPPERS = 'localAction|remoteAction|localEvent|remoteEvent|call|emit|broadcast';
const FILES = /(?:^|\/)services?\/[^.]*\.[cm]?[jt]s$|\.(?:service|mixin)\.[cm]?[jt]s$/;
const BROKERS = ['new moleculer#ServiceBroker()', 'typed moleculer#Service.broker'];

export const moleculer = defineEntry({
  name: 'moleculer',
  docs: 'https://moleculer.services/docs/0.14/services.html',
  packages: ['moleculer'],
  versions: '0.14, 0.15',
  // A file exports a service.
  files: [
    { path: FILES, exports: ['default'], keys: ACTIONS, label: 'action {key}' },
    { path: FILES, exports: ['default'], keys: GATEWAY, label: 'gateway {key}' },
    {
      path: /(?:^|\/)middlewares?\/[^/]*\.[cm]?[jt]s$/,
      exports: ['default'],
      keys: [WRAPPERS],
      factory: true,
      label: 'middleware {key}',
    },
    { path: FILES, exports: ['default'], keys: EVENTS, kind: 'message', label: 'event {key}' },
    { path: FILES, exports: ['default'], keys: [LIFECYCLE.join('|')], kind: 'lifecycle', label: 'service {key}' },
  ],
  objects: [
    { types: SCHEMAS, handlers: ACTIONS, label: 'action {key}' },
    { types: SCHEMAS, handlers: EVENTS, kind: 'message', label: 'event {key}' },
    { types: SCHEMAS, handlers: LIFECYCLE, kind: 'lifecycle', label: 'service lifecycle' },
  ],
  registrations: [
    { calls: TAKERS, handlers: ACTIONS.map((option) => ({ option, argument: 0 })), label: 'action {key}' },
    {
      calls: TAKERS,
      handlers: EVENTS.map((option) => ({ option, argument: 0 })),
      kind: 'message',
      label: 'event {key}',
    },
    {
      calls: TAKERS,
      handlers: [{ option: LIFECYCLE.join('|'), argument: 0 }],
      kind: 'lifecycle',
      label: 'service {key}',
    },
  ],
  types: { parameters: ['moleculer#Context'] },
  namedParameters: [
    { names: ['ctx'], is: 'typed moleculer#Context' },
    { names: ['broker'], is: 'new moleculer#ServiceBroker()' },
  ],
  hands: [{ calls: TAKERS, parameter: 0, is: 'typed moleculer#Context' }],
  launches: [
    ...BROKERS.map((broker) => `${broker}.call|mcall|emit|broadcast|start|stop|waitForServices|ping()`),
    'typed moleculer#Context.call|mcall|emit|broadcast()',
  ],
  returned: 'awaited',
});
