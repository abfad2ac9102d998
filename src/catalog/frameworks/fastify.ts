import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const INSTANCE_METHODS = names(`
  register after decorate decorateRequest decorateReply addHook addSchema addContentTypeParser setErrorHandler
  setNotFoundHandler withTypeProvider route
`);

const VERBS = [
  'get',
  'head',
  'post',
  'put',
  'delete',
  'options',
  'patch',
  'all',
  'propfind',
  'proppatch',
  'mkcol',
  'copy',
  'move',
  'lock',
  'unlock',
  'trace',
  'search',
];
const REQUEST_HOOKS = [
  'onRequest',
  'preParsing',
  'preValidation',
  'preHandler',
  'preSerialization',
  'onSend',
  'onResponse',
  'onError',
  'onTimeout',
  'onRequestAbort',
];
const APPLICATION_HOOKS = ['onReady', 'onListen', 'preClose', 'onClose', 'onRoute', 'onRegister'];
const OPTIONS = ['handler', 'wsHandler', 'errorHandler', ...REQUEST_HOOKS].join('|');
// onRoute and onRegister are synchronous.
const HOOK_TYPES = [...REQUEST_HOOKS, ...APPLICATION_HOOKS].flatMap((hook) =>
  hook === 'onRoute' || hook === 'onRegister'
    ? [`${hook}HookHandler`]
    : [`${hook}HookHandler`, `${hook}AsyncHookHandler`],
);

const PLUGIN_HOOKS = names(`
  keyGenerator errorResponseBuilder allowList onExceeding onExceeded onBanReach onFile origin validate trusted
  preValidation preHandler
`);

/** The parameters of a plugin's function: the instance, the options, and `done` if it takes a callback. */
const INSTANCES = ['fastify', 'app', 'server', 'instance'];
const PLUGINS = INSTANCES.flatMap((instance) => [
  [instance],
  ...['opts', 'options', '_opts', '_options', '_'].flatMap((options) => [
    [instance, options],
    [instance, options, 'done'],
    [instance, options, 'next'],
  ]),
]);

/** Methods that return the instance, which is thenable once a plugin is registered. */
const INSTANCE = `${INSTANCE_METHODS}|${VERBS.join('|')}()`;
const REPLY = names(`
  code status header headers type send redirect serializer hijack callNotFound removeHeader trailer setCookie
  clearCookie sendFile download cookie()
`);

export const fastify = defineEntry({
  name: 'fastify',
  docs: 'https://fastify.dev/docs/latest/Reference/Routes/',
  packages: ['fastify', 'fastify-plugin', '@fastify/autoload', '@fastify/rate-limit', '@fastify/multipart'],
  versions: '4, 5',
  starts: [
    {
      calls: [
        'fastify#default().**.listen()',
        'fastify#fastify().**.listen()',
        'typed fastify#FastifyInstance.**.listen()',
      ],
      closable: 'receiver',
      ends: ['onClose'],
    },
  ],
  receivers: {
    app: { values: ['fastify#default()', 'fastify#fastify()', 'typed fastify#FastifyInstance'], chains: true },
  },
  registrations: [
    { methods: VERBS, minimumArguments: 2, handlers: ['last', { option: OPTIONS }], label: '{METHOD} {0}' },
    { methods: ['route'], handlers: [{ option: OPTIONS, argument: 0 }], label: '{method} {url}' },
    { methods: ['addHook'], events: REQUEST_HOOKS, handlers: [1], label: 'hook {0}' },
    { methods: ['addHook'], events: APPLICATION_HOOKS, handlers: [1], kind: 'lifecycle', label: 'hook {0}' },
    { methods: ['setErrorHandler'], handlers: ['last'], label: 'error handler' },
    { methods: ['listen'], handlers: ['last'], kind: 'lifecycle', label: 'listen', drops: true },
    { methods: ['setNotFoundHandler'], handlers: ['last', { option: 'preValidation|preHandler' }], label: 'not found' },
    { methods: ['addContentTypeParser'], handlers: ['last'], label: 'content type parser' },
    // Its plugins run these for each request.
    { methods: ['register'], handlers: [{ option: PLUGIN_HOOKS, argument: 1 }], label: 'plugin {key}' },
    { methods: ['register', 'after'], handlers: [0], plugin: true, gives: { 0: 'app' }, label: 'plugin' },
    {
      calls: ['fastify-plugin#default()', 'fastify-plugin#fastifyPlugin()'],
      handlers: [0],
      plugin: true,
      gives: { 0: 'app' },
      label: 'plugin',
    },
  ],
  objects: [
    {
      types: ['fastify#RouteOptions|RouteShorthandOptions|RouteShorthandOptionsWithHandler'],
      handlers: [OPTIONS],
      label: '{method} {url}',
    },
  ],
  decorations: [{ methods: ['decorate', 'decorateRequest', 'decorateReply'] }],
  stores: [{ itself: true, through: ['server', 'request'] }],
  plugins: {
    types: ['fastify#FastifyPluginAsync|FastifyPluginCallback|FastifyPlugin'],
    shapes: PLUGINS,
    gives: { 0: 'app' },
  },
  receiverNames: INSTANCES,
  types: {
    handlers: [`fastify#RouteHandlerMethod|RouteHandler|${HOOK_TYPES.join('|')}`],
    parameters: ['fastify#FastifyRequest|FastifyReply'],
  },
  shapes: [
    ['request', 'reply'],
    ['error', 'request', 'reply'],
    ['request', 'reply', 'next'],
  ],
  answers: { parameters: [1, 2], withError: [2], ends: ['send', 'redirect', 'callNotFound', 'hijack'], serialises: [] },
  returned: 'awaited',
  sendsReturned: true,
  // The reply is thenable and settles when the response is sent: awaiting reply.code() hangs the request
  // (fastify/fastify#5466). The instance that register() returns is thenable, too.
  thenables: ['fastify#FastifyReply|FastifyInstance'],
  lookalikes: ['fastify#default()', 'fastify#fastify()', 'typed fastify#FastifyInstance']
    .map((value) => `${value}.**.${INSTANCE}`)
    .concat(`typed fastify#FastifyReply.**.${REPLY}`),
});
