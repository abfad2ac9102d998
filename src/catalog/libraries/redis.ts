import { defineEntry } from '../entry.ts';

const COMMON = 'get|set|del|unlink|incr|decr|expire|publish|ping';
const NODE_REDIS = `${COMMON}|setEx|setNX|incrBy|hSet|hGet|hGetAll|hDel|lPush|rPush|lPop|sAdd|sRem|zAdd|xAdd|flushAll`;
const IOREDIS = `${COMMON}|setex|setnx|incrby|hset|hget|hgetall|hdel|lpush|rpush|lpop|sadd|srem|zadd|xadd|flushall`;

export const redis = defineEntry({
  name: 'redis',
  docs: 'https://redis.io/docs/latest/develop/clients/nodejs/',
  packages: ['redis', 'ioredis'],
  receivers: { ioredis: { values: ['new ioredis#default|Redis|Cluster()'] } },
  registrations: [
    {
      on: 'ioredis',
      methods: ['on', 'once'],
      events: ['message', 'pmessage', 'smessage', 'messageBuffer', 'pmessageBuffer'],
      minimumArguments: 2,
      handlers: [1],
      kind: 'message',
      label: 'redis {0}',
    },
    {
      calls: [
        'redis#createClient().**.subscribe|pSubscribe|sSubscribe()',
        'redis#createClient().**.connect().subscribe|pSubscribe|sSubscribe()',
      ],
      handlers: [1],
      kind: 'message',
      label: 'channel {0}',
    },
  ],
  returned: 'ignored',
  launches: [
    'redis#createClient().connect|quit|disconnect()',
    `redis#createClient().${NODE_REDIS}()`,
    `new ioredis#default|Redis|Cluster().${IOREDIS}()`,
    'new ioredis#default|Redis|Cluster().quit|connect()',
    'new ioredis#default|Redis().pipeline|multi().**.exec()',
    'redis#createClient().multi().**.exec()',
  ],
});
