import { defineEntry } from '../entry.ts';
import { namedWorkers as named, typedWorkers as typed } from '../workers-types.ts';

const SOCKETS = ['webSocketMessage', 'webSocketClose', 'webSocketError'];
const STATE = 'storage.put|delete|deleteAll|setAlarm|deleteAlarm()';

/** They live on after a response until they have been idle for a while, so the runtime of Workers doesn't apply. */
export const durableObjects = defineEntry({
  name: 'durable objects',
  docs: 'https://developers.cloudflare.com/durable-objects/api/base/',
  packages: ['@cloudflare/workers-types', 'wrangler'],
  classes: [
    {
      extends: ['cloudflare:workers#DurableObject'],
      implements: named('DurableObject'),
      methods: ['alarm'],
      kind: 'job',
      label: 'durable object {class}.{name}',
    },
    {
      extends: ['cloudflare:workers#DurableObject'],
      implements: named('DurableObject'),
      methods: SOCKETS,
      kind: 'message',
      label: 'durable object {class}.{name}',
    },
    { implements: named('DurableObject'), methods: ['fetch'], label: 'durable object {class}.{name}' },
    // Every public method can be called from a worker.
    { extends: ['cloudflare:workers#DurableObject'], methods: ['*'], label: 'durable object {class}.{name}' },
  ],
  returned: 'awaited',
  // The response is held back until the writes are done: the documentation advises not to wait for them.
  lookalikes: [
    `new cloudflare:workers#DurableObject().ctx.${STATE}`,
    ...typed(`DurableObjectState.${STATE}`),
    ...typed('DurableObjectStorage.put|delete|deleteAll|setAlarm|deleteAlarm()'),
  ],
});
