import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const LIMITERS = names(`
  RateLimiterMemory RateLimiterRedis RateLimiterMongo RateLimiterMySQL RateLimiterPostgres RateLimiterPrisma
`);

export const locksAndLimits = defineEntry({
  name: 'locks and limits',
  docs: 'https://github.com/mike-marcacci/node-redlock#usage',
  packages: ['redlock', 'async-mutex', 'bottleneck', 'rate-limiter-flexible', 'piscina', 'workerpool'],
  launches: [
    'new redlock#default().acquire|release|extend|using|quit()',
    'new async-mutex#Mutex|Semaphore().acquire|runExclusive|waitForUnlock()',
    'new bottleneck#default().schedule|disconnect|stop()',
    `new rate-limiter-flexible#${LIMITERS}().consume|penalty|reward|block|delete|get|set()`,
    'new piscina#default|Piscina().run|destroy|close()',
    'workerpool#pool().exec|proxy|terminate()',
  ],
  leases: [{ calls: ['new redlock#default().acquire()'], release: 'release|unlock' }],
});
