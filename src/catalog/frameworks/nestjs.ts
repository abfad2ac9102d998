import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const VERBS =
  'Get|Post|Put|Patch|Delete|Options|Head|All|Search|QueryMethod|Propfind|Proppatch|Mkcol|Copy|Move|Lock|Unlock|Sse';

const INJECTABLE = '@nestjs/common#Injectable()';

const HOOKS = names(`
  onModuleInit onApplicationBootstrap onModuleDestroy beforeApplicationShutdown onApplicationShutdown
`).split('|');

export const nestjs = defineEntry({
  name: 'nestjs',
  docs: 'https://docs.nestjs.com/controllers',
  packages: ['@nestjs/core', '@nestjs/common'],
  versions: '10, 11, 12',
  starts: [
    {
      calls: [
        '@nestjs/core#NestFactory.create().listen()',
        'typed @nestjs/common#INestApplication.listen()',
        'typed @nestjs/platform-express#NestExpressApplication.listen()',
      ],
      closable: 'receiver',
      ends: ['onModuleDestroy', 'beforeApplicationShutdown', 'onApplicationShutdown'],
    },
  ],
  // Nest ends the process itself once its own hooks have run.
  shutdowns: [
    '@nestjs/core#NestFactory.create().enableShutdownHooks()',
    'typed @nestjs/common#INestApplication.enableShutdownHooks()',
    'typed @nestjs/platform-express#NestExpressApplication.enableShutdownHooks()',
  ],
  receivers: {
    app: {
      values: [
        '@nestjs/core#NestFactory.create()',
        'typed @nestjs/common#INestApplication',
        'typed @nestjs/platform-express#NestExpressApplication',
      ],
    },
    consumer: { values: ['typed @nestjs/common#MiddlewareConsumer'], chains: true },
  },
  registrations: [
    { methods: ['use'], handlers: ['all'], label: 'middleware {0}' },
    { on: 'consumer', methods: ['apply'], handlers: ['all'], label: 'middleware' },
  ],
  decorators: [
    { names: [`@nestjs/common#${VERBS}()`], on: '@nestjs/common#Controller()', label: '{METHOD} {path}' },
    { names: ['@nestjs/common#RequestMapping()'], on: '@nestjs/common#Controller()', label: 'route {name}' },
  ],
  classes: [
    {
      extends: ['@nestjs/throttler#ThrottlerGuard'],
      methods: ['handleRequest', 'getTracker', 'shouldSkip', 'throwThrottlingException'],
      label: 'throttler {class}.{name}',
    },
    { implements: ['@nestjs/common#CanActivate'], methods: ['canActivate'], label: 'guard {class}' },
    { implements: ['@nestjs/common#NestInterceptor'], methods: ['intercept'], label: 'interceptor {class}' },
    { implements: ['@nestjs/common#PipeTransform'], methods: ['transform'], label: 'pipe {class}' },
    { implements: ['@nestjs/common#ExceptionFilter'], methods: ['catch'], label: 'exception filter {class}' },
    { extends: ['@nestjs/core#BaseExceptionFilter'], methods: ['catch'], label: 'exception filter {class}' },
    { implements: ['@nestjs/common#NestMiddleware'], methods: ['use'], label: 'middleware {class}' },
    // Nest looks for the methods alone, and compiled code has no interfaces.
    { decorated: [INJECTABLE], methods: ['canActivate'], label: 'guard {class}' },
    { decorated: [INJECTABLE], methods: ['intercept'], label: 'interceptor {class}' },
    { decorated: ['@nestjs/common#Catch()'], methods: ['catch'], label: 'exception filter {class}' },
    {
      decorated: ['@nestjs/common#Injectable|Controller|Module()'],
      methods: HOOKS,
      kind: 'lifecycle',
      label: '{class}.{name}',
    },
    {
      implements: [
        '@nestjs/common#OnModuleInit|OnApplicationBootstrap',
        '@nestjs/common#OnModuleDestroy|BeforeApplicationShutdown|OnApplicationShutdown',
      ],
      methods: HOOKS,
      kind: 'lifecycle',
      label: '{class}.{name}',
    },
  ],
  stores: [
    {
      of: ['typed @nestjs/core#ModuleRef', 'typed @nestjs/common#INestApplicationContext|INestApplication'],
      gets: ['get', 'resolve', 'create'],
    },
  ],
  returned: 'awaited',
  sendsReturned: true,
});
