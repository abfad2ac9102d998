import { defineEntry } from '../entry.ts';

const COMMON = 'get|set|del|unlink|incr|decr|expire|publish|ping';
const NODE_REDIS = `${COMMON}|setEx|setNX|incrBy|hSet|hGet|hGetAll|hDel|lPush|rPush|lPop|sAdd|sRem|zAdd|xAdd|flushAll`;
const IOREDIS = `${COMMON}|setex|setnx|incrby|hset|hget|hgetall|hdel|lpush|rpush|lpop|sadd|srem|zadd|xadd|flushall`;

export const redis = defineEntry({
  name: 'redis',
  docs: 'https://redis.io/docs/latest/develop/clients/nodejs/',
  packages: ['redis', 'ioredis'],
  launches: [
    'redis#createClient().connect|quit|disconnect()',
    `redis#createClient().${NODE_REDIS}()`,
    `new ioredis#default|Redis|Cluster().${IOREDIS}()`,
    'new ioredis#default|Redis|Cluster().quit|connect()',
    'new ioredis#default|Redis().pipeline|multi().**.exec()',
    'redis#createClient().multi().**.exec()',
  ],
});
