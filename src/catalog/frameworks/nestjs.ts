import { defineEntry } from '../entry.ts';

const VERBS = 'Get|Post|Put|Patch|Delete|Options|Head|All|Search|Propfind|Proppatch|Mkcol|Copy|Move|Lock|Unlock|Sse';

export const nestjs = defineEntry({
  name: 'nestjs',
  docs: 'https://docs.nestjs.com/controllers',
  packages: ['@nestjs/core', '@nestjs/common'],
  versions: '10, 11, 12',
  decorators: [
    { names: [`@nestjs/common#${VERBS}()`], on: '@nestjs/common#Controller()', label: '{METHOD} {path}' },
    { names: ['@nestjs/common#RequestMapping()'], on: '@nestjs/common#Controller()', label: 'route {name}' },
  ],
  classes: [
    { implements: ['@nestjs/common#CanActivate'], methods: ['canActivate'], label: 'guard {class}' },
    { implements: ['@nestjs/common#NestInterceptor'], methods: ['intercept'], label: 'interceptor {class}' },
    { implements: ['@nestjs/common#PipeTransform'], methods: ['transform'], label: 'pipe {class}' },
    { implements: ['@nestjs/common#ExceptionFilter'], methods: ['catch'], label: 'exception filter {class}' },
    { implements: ['@nestjs/common#NestMiddleware'], methods: ['use'], label: 'middleware {class}' },
  ],
  returned: 'awaited',
  // A cold Observable sends nothing until somebody subscribes; emit() is hot and needs nobody.
  lookalikes: ['typed @nestjs/microservices#ClientProxy.emit|send()', 'typed @nestjs/axios#HttpService.*()'],
});
