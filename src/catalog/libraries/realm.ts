import { defineEntry } from '../entry.ts';

/** Reads and writes are synchronous; opening and synchronising aren't. */
export const realm = defineEntry({
  name: 'realm',
  docs: 'https://www.mongodb.com/docs/atlas/device-sdks/sdk/node/',
  packages: ['realm'],
  // Subscriptions were removed together with Device Sync.
  versions: '12, 20',
  launches: [
    'realm#open()',
    'realm#open().subscriptions.update|waitForSynchronization()',
    'new realm#default|Realm().subscriptions.update|waitForSynchronization()',
  ],
});
