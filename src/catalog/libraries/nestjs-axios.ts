import { defineEntry } from '../entry.ts';

export const nestjsAxios = defineEntry({
  name: 'nestjs axios',
  docs: 'https://docs.nestjs.com/techniques/http-module',
  packages: ['@nestjs/axios'],
  versions: '3, 4',
  // A cold Observable: nothing is sent until it is subscribed to.
  lookalikes: ['typed @nestjs/axios#HttpService.*()'],
});
