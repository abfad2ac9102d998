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
  returned: 'awaited',
});
