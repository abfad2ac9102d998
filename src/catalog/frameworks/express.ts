import { defineEntry } from '../entry.ts';

// http.METHODS in lower case, and `all`; `del` in Express 4 only.
const VERBS = [
  'all',
  'get',
  'post',
  'put',
  'patch',
  'delete',
  'head',
  'options',
  'del',
  'acl',
  'bind',
  'checkout',
  'connect',
  'copy',
  'link',
  'lock',
  'merge',
  'mkactivity',
  'mkcalendar',
  'mkcol',
  'move',
  'notify',
  'propfind',
  'proppatch',
  'purge',
  'query',
  'rebind',
  'report',
  'search',
  'source',
  'subscribe',
  'trace',
  'unbind',
  'unlink',
  'unlock',
  'unsubscribe',
];

/** Properties of the request, the response and the application that are one of these again. */
const OBJECTS = ['app', 'req', 'res'];

export const express = defineEntry({
  name: 'express',
  docs: 'https://expressjs.com/en/5x/api.html',
  packages: ['express', 'router', 'express-promise-router', 'express-ws'],
  versions: '4, 5',
  starts: [
    {
      calls: [
        'express#default().**.listen()',
        'typed express#Express|Application.**.listen()',
        'typed express-serve-static-core#Express|Application.**.listen()',
      ],
      closable: 'result',
    },
  ],
  receivers: {
    app: {
      values: [
        'express#default()',
        'express#Router()',
        'new express#Router()',
        'router#default()',
        'new router#default()',
        'express-promise-router#default()',
        'typed express#Express',
        'typed express#Application',
        'typed express#IRouter',
        'typed express-serve-static-core#Express|Application|Router|IRouter',
      ],
      chains: true,
    },
    // `app.route('/x')` returns an object with the verbs, which take no path.
    route: {
      values: ['typed express#IRoute', 'typed express-serve-static-core#IRoute'],
      from: { receiver: 'app', method: 'route' },
      chains: true,
    },
    // express-ws adds `ws` to the app and its routers.
    socket: {},
  },
  registrations: [
    // With one argument, it reads a setting: app.get('env').
    { methods: VERBS, verbs: { del: 'DELETE' }, minimumArguments: 2, handlers: ['rest'], label: '{METHOD} {0}' },
    { methods: ['use'], handlers: ['all'], label: 'middleware {0}' },
    { methods: ['listen'], handlers: ['last'], kind: 'lifecycle', label: 'listen', drops: true },
    { methods: ['param'], minimumArguments: 2, handlers: [1], label: 'parameter {0}' },
    { on: 'route', methods: VERBS, verbs: { del: 'DELETE' }, handlers: ['all'], label: '{METHOD} {receiver}' },
    {
      methods: ['ws'],
      minimumArguments: 2,
      handlers: ['rest'],
      kind: 'message',
      gives: { 0: 'socket' },
      label: 'WS {0}',
    },
    {
      on: 'socket',
      methods: ['on', 'once', 'addEventListener'],
      handlers: [1],
      kind: 'message',
      label: 'websocket {0}',
    },
    // The wrapper shows that it is a handler, wherever it is registered.
    { calls: ['express-async-handler#default()'], handlers: [0], label: 'handler {variable}' },
  ],
  stores: [
    { sets: ['set'], gets: ['get'], through: OBJECTS },
    { under: ['locals'], through: OBJECTS },
    { itself: true, through: OBJECTS },
  ],
  receiverNames: ['app', 'router', 'server', 'api'],
  types: {
    handlers: [
      'express#RequestHandler|ErrorRequestHandler|RequestParamHandler|Handler',
      'express-serve-static-core#RequestHandler|ErrorRequestHandler|Handler',
    ],
    parameters: ['express#Request|Response|NextFunction', 'express-serve-static-core#Request|Response|NextFunction'],
  },
  shapes: [
    ['request', 'response'],
    ['request', 'response', 'next'],
    ['error', 'request', 'response', 'next'],
  ],
  answers: {
    parameters: [1, 2],
    withError: [2, 3],
    ends: ['json', 'jsonp', 'send', 'sendStatus', 'sendFile', 'end', 'redirect', 'render', 'download'],
    serialises: ['json', 'jsonp', 'send', 'write', 'end'],
  },
  // Express 4 ignores the promise, and Express 5 passes its rejection on. Neither waits for it.
  returned: 'caught',
  // They take a callback and return the request or the session.
  lookalikes: ['express', 'express-serve-static-core'].flatMap((module) => [
    `typed ${module}#Request.logout|login|logIn()`,
    `typed ${module}#Request.session.save|destroy|regenerate|reload|touch()`,
  ]),
});
