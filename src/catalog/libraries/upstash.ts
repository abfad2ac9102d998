import { defineEntry } from '../entry.ts';
import { names } from '../names.ts';

const COMMANDS = names(`
  get set setex setnx getset mget mset del incr incrby decr expire exists hset hget hgetall hdel lpush rpush lpop
  rpop lrange sadd srem smembers zadd zrange publish xadd eval ping scan keys
`);

export const upstash = defineEntry({
  name: 'upstash',
  docs: 'https://upstash.com/docs/redis/sdks/ts/overview',
  packages: ['@upstash/redis', '@upstash/qstash', '@upstash/ratelimit', '@vercel/kv'],
  enqueues: ['new @upstash/qstash#Client().publish|publishJSON|batchJSON()'],
  launches: [
    `new @upstash/redis#Redis().${COMMANDS}()`,
    `@upstash/redis#Redis.fromEnv().${COMMANDS}()`,
    'new @upstash/redis#Redis().pipeline|multi().**.exec()',
    `@vercel/kv#kv.${COMMANDS}()`,
    `@vercel/kv#createClient().${COMMANDS}()`,
    'new @upstash/ratelimit#Ratelimit().limit|blockUntilReady|resetUsedTokens()',
  ],
});
