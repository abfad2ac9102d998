import { defineEntry } from '../entry.ts';

const COMMANDS =
  'get|set|setEx|setex|setNX|setnx|del|unlink|incr|incrBy|incrby|decr|expire|hSet|hset|hGet|hget|hGetAll|hgetall|hDel|hdel|lPush|lpush|rPush|rpush|lPop|lpop|sAdd|sadd|sRem|srem|zAdd|zadd|publish|xAdd|xadd|ping|flushAll|flushall';

export const redis = defineEntry({
  name: 'redis',
  docs: 'https://redis.io/docs/latest/develop/clients/nodejs/',
  packages: ['redis', 'ioredis'],
  launches: [
    'redis#createClient().connect|quit|disconnect()',
    `redis#createClient().${COMMANDS}()`,
    `new ioredis#default|Redis|Cluster().${COMMANDS}()`,
    'new ioredis#default|Redis|Cluster().quit|connect()',
    'new ioredis#default|Redis().pipeline|multi().**.exec()',
    'redis#createClient().multi().**.exec()',
  ],
});
