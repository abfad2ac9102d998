import { defineEntry } from '../entry.ts';

/** `@loopback/core` also exports the names of the context. */
const CORE = ['@loopback/core', '@loopback/context'];

/** Decorators identify its controllers, from any module. */
export const loopback = defineEntry({
  name: 'loopback',
  docs: 'https://loopback.io/doc/en/lb4/Interceptor.html',
  packages: ['@loopback/rest', '@loopback/core'],
  versions: '4',
  classes: [
    {
      implements: ['@loopback/core#LifeCycleObserver'],
      decorated: ['@loopback/core#lifeCycleObserver()'],
      methods: ['init', 'start', 'stop'],
      kind: 'lifecycle',
      label: 'lifecycle {class}.{name}',
    },
    {
      decorated: CORE.map((module) => `${module}#globalInterceptor()`),
      methods: ['intercept'],
      label: 'interceptor {class}',
    },
    { implements: ['@loopback/rest#SequenceHandler'], methods: ['handle'], label: 'sequence {class}' },
  ],
  types: { handlers: CORE.map((module) => `${module}#Interceptor|GenericInterceptor`) },
  returned: 'awaited',
  continuation: 1,
});
