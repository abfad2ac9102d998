import { defineEntry } from '../entry.ts';

/** Decorators identify its controllers, from any module. Each adapter has its own names for these interfaces. */
export const inversifyHttp = defineEntry({
  name: 'inversify http',
  docs: 'https://inversify.io/framework/docs/api/decorators',
  packages: ['@inversifyjs/http-core'],
  versions: '4, 5',
  classes: [
    {
      implements: [
        '@inversifyjs/http-core#Middleware|Guard|Interceptor|Pipe|ErrorFilter',
        '@inversifyjs/http-express#ExpressMiddleware|ExpressGuard|ExpressInterceptor|ExpressErrorFilter',
        '@inversifyjs/http-fastify#FastifyMiddleware|FastifyGuard|FastifyInterceptor|FastifyErrorFilter',
        '@inversifyjs/http-hono#HonoMiddleware|HonoGuard|HonoInterceptor|HonoErrorFilter',
      ],
      methods: ['execute', 'activate', 'intercept', 'catch'],
      label: '{name} {class}',
    },
  ],
  returned: 'awaited',
});
