import { defineEntry } from '../entry.ts';

const VERBS = ['get', 'head', 'post', 'put', 'delete', 'options', 'patch', 'all', 'propfind', 'proppatch', 'mkcol', 'copy', 'move', 'lock', 'unlock', 'trace', 'search'];
const REQUEST_HOOKS = ['onRequest', 'preParsing', 'preValidation', 'preHandler', 'preSerialization', 'onSend', 'onResponse', 'onError', 'onTimeout', 'onRequestAbort'];

export const fastify = defineEntry({
  name: 'fastify',
  docs: 'https://fastify.dev/docs/latest/Reference/Routes/',
  packages: ['fastify'],
  versions: '4, 5',
  receivers: {
    app: { values: ['fastify#default()', 'fastify#fastify()', 'typed fastify#FastifyInstance'], chains: true },
  },
  registrations: [
    { methods: VERBS, minimumArguments: 2, handlers: ['last', { option: 'handler' }, ...REQUEST_HOOKS.map((option) => ({ option }))], label: '{METHOD} {0}' },
    { methods: ['route'], handlers: ['handler', ...REQUEST_HOOKS].map((option) => ({ option })), label: '{method} {url}' },
    { methods: ['addHook'], events: REQUEST_HOOKS, handlers: [1], label: 'hook {0}' },
    { methods: ['addHook'], events: ['onReady', 'onListen', 'preClose', 'onClose'], handlers: [1], kind: 'lifecycle', label: 'hook {0}' },
    { methods: ['setErrorHandler'], handlers: ['last'], label: 'error handler' },
    { methods: ['setNotFoundHandler'], handlers: ['last'], label: 'not found' },
    { methods: ['addContentTypeParser'], handlers: ['last'], label: 'content type parser' },
    { methods: ['register', 'after'], handlers: [0], plugin: true, gives: { 0: 'app' }, label: 'plugin' },
    { calls: ['fastify-plugin#default()', 'fastify-plugin#fastifyPlugin()'], handlers: [0], plugin: true, gives: { 0: 'app' }, label: 'plugin' },
  ],
  plugins: {
    types: ['fastify#FastifyPluginAsync|FastifyPluginCallback|FastifyPlugin'],
    shapes: [['fastify', 'opts'], ['fastify', 'options'], ['fastify', '_opts'], ['fastify', 'opts', 'done'], ['fastify', 'options', 'done'], ['fastify']],
    gives: { 0: 'app' },
  },
  receiverNames: ['app', 'fastify', 'server', 'instance'],
  types: {
    handlers: ['fastify#RouteHandlerMethod|RouteHandler'],
    parameters: ['fastify#FastifyRequest|FastifyReply'],
  },
  shapes: [['request', 'reply'], ['req', 'reply']],
  answers: { parameters: [1, 2], withError: [2], ends: ['send', 'redirect', 'callNotFound', 'hijack'], serialises: [] },
  returned: 'awaited',
  // The reply is thenable and settles when the response is sent: awaiting reply.code() hangs the request (fastify/fastify#5466). So is the instance that register() returns.
  thenables: ['fastify#FastifyReply|FastifyInstance'],
  lookalikes: ['typed fastify#FastifyReply.**()', 'fastify#default().**()', 'fastify#fastify().**()', 'typed fastify#FastifyInstance.**()'],
});
