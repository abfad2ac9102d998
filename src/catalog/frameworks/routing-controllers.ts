import { defineEntry } from '../entry.ts';

/** Decorators identify its controllers, from any module. */
export const routingControllers = defineEntry({
  name: 'routing-controllers',
  docs: 'https://github.com/typestack/routing-controllers#readme',
  packages: ['routing-controllers'],
  versions: '0',
  classes: [
    {
      implements: [
        'routing-controllers#ExpressMiddlewareInterface|ExpressErrorMiddlewareInterface',
        'routing-controllers#KoaMiddlewareInterface',
      ],
      decorated: ['routing-controllers#Middleware()'],
      methods: ['use', 'error'],
      label: 'middleware {class}',
    },
    {
      implements: ['routing-controllers#InterceptorInterface'],
      decorated: ['routing-controllers#Interceptor()'],
      methods: ['intercept'],
      label: 'interceptor {class}',
    },
  ],
  registrations: [
    {
      calls: [
        'routing-controllers#createExpressServer|createKoaServer|createServer()',
        'routing-controllers#useExpressServer|useKoaServer()',
      ],
      handlers: [{ option: 'authorizationChecker|currentUserChecker' }],
      label: '{key}',
    },
    { calls: ['routing-controllers#UseBefore|UseAfter()'], handlers: ['all'], label: 'middleware' },
    { calls: ['routing-controllers#UseInterceptor()'], handlers: ['all'], label: 'interceptor' },
    {
      calls: ['routing-controllers#createParamDecorator()'],
      handlers: [{ option: 'value', argument: 0 }],
      label: 'parameter',
    },
  ],
  returned: 'awaited',
});
